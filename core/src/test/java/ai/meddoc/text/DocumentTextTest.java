package ai.meddoc.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DocumentTextTest {

    /** A capital dotted I is two characters in lower case; offsets into the text must hold all the same. */
    @Test
    void lower_case_keeps_every_offset() {
        DocumentText text = DocumentText.of("\u0130nci \u0130. has GOUT");
        assertThat(text.lower()).hasSize(text.length()).endsWith(" has gout");
        int start = text.text().indexOf("GOUT");
        assertThat(text.lower(start, text.length())).isEqualTo("gout");
    }

    @Test
    void plain_text_is_lowered_as_it_is() {
        assertThat(DocumentText.of("Stra\u00dfe \u00c9TAT 5 MG").lower()).isEqualTo("stra\u00dfe \u00e9tat 5 mg");
    }
}
