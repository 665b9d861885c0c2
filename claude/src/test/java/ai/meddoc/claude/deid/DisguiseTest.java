package ai.meddoc.claude.deid;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.Span;
import org.junit.jupiter.api.Test;

final class DisguiseTest {

    private static final Deidentifier DEIDENTIFIER = Deidentifier.load();

    private static final String NOTE = """
            Patient: Wexler, Dorian P    MRN: 00481927   DOB: 04/11/1979   SSN 219-09-9999
            Mr. Wexler, seen 02/03/2026 and again on 02/10/2026, lives at 12 Harbor Lane, Quincy, MA 02169.
            Call 617-555-0142 or mail d.wexler@mail.example. Type 2 diabetes. Wexler declines insulin.
            """;

    private final Disguise disguise = DEIDENTIFIER.disguise(NOTE);

    @Test
    void takes_identifiers_out_and_leaves_the_rest() {
        assertThat(disguise.text())
                .doesNotContain(
                        "Wexler",
                        "Dorian",
                        "00481927",
                        "219-09-9999",
                        "02/03/2026",
                        "Harbor",
                        "617-555-0142",
                        "mail.example")
                .contains("Type 2 diabetes.", "declines insulin.");
    }

    @Test
    void equal_identifiers_have_equal_surrogates_and_dates_keep_their_distance() {
        String second = disguise.text().lines().skip(1).findFirst().orElseThrow();
        assertThat(second.split("\\d\\d/\\d\\d/\\d{4}", -1)).hasSize(3);
        String name = second.split(",", -1)[0].replaceFirst("^Mr\\. ", "");
        assertThat(disguise.text()).contains(name + " declines insulin");
    }

    @Test
    void every_place_leads_back_and_a_cut_surrogate_counts_whole() {
        String sent = disguise.text();
        int diabetes = sent.indexOf("Type 2 diabetes");
        Span back = disguise.original(new Span(diabetes, diabetes + "Type 2 diabetes".length()));
        assertThat(back.of(NOTE)).isEqualTo("Type 2 diabetes");
        int mrn = sent.indexOf("[MRN-1]");
        assertThat(disguise.original(new Span(mrn + 2, mrn + 4)).of(NOTE)).isEqualTo("00481927");
        assertThat(disguise.original(new Span(0, sent.length()))).isEqualTo(new Span(0, NOTE.length()));
        for (int i = 0; i < sent.length(); i++) {
            Span one = disguise.original(new Span(i, i + 1));
            assertThat(one.end()).isGreaterThan(one.start());
        }
    }

    @Test
    void puts_identifiers_back_into_the_models_words() {
        int at = disguise.text().indexOf("[MRN-1]");
        assertThat(at).isPositive();
        assertThat(disguise.restore("Record [MRN-1] was reviewed.")).isEqualTo("Record 00481927 was reviewed.");
        assertThat(disguise.restore("Record [MRN-9].")).isEqualTo("Record [MRN-9].");
    }

    @Test
    void a_text_that_has_our_tags_already_confuses_nobody() {
        Disguise tagged = DEIDENTIFIER.disguise("See [MRN-1]. MRN: 00481927.");
        assertThat(tagged.text()).contains("[MRN-1]", "[MRN-2]").doesNotContain("00481927");
        assertThat(tagged.restore("[MRN-2]")).isEqualTo("00481927");
    }
}
