package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearWordsTest {
    private static final List<String> WORDS =
            List.of("pneumonia", "hypertension", "hypotension", "gout", "goiter", "asthma", "diarrhea", "2024");
    private final NearWords near = new NearWords(WORDS);

    @ParameterizedTest
    @CsvSource({
        "pnemonia, pneumonia",
        "pneunomia, pneumonia",
        "hypertenson, hypertension",
        "hipertention, hypertension",
        "diarhea, diarrhea",
        "ashtma, asthma",
        "pneum, pneumonia",
        "asthmas, asthma"
    })
    void findsTheWordThatWasMeant(String written, String meant) {
        assertThat(near.to(written))
                .first()
                .extracting(found -> WORDS.get(found.word()))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"gott", "asthmxyz", "2025", "pn", "completely"})
    void findsNothingFarAway(String written) {
        assertThat(near.to(written)).isEmpty();
    }
}
