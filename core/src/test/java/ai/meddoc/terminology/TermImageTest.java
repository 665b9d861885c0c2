package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TermImageTest {

    private static final Icd10Cm RELEASE = Icd10CmReleases.bundled().newest();

    @Test
    void reads_back_what_it_wrote() throws IOException {
        TermIndex built = TermLibrary.build(RELEASE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TermImage.write(built, RELEASE, out);
        TermIndex read = Objects.requireNonNull(TermImage.read(new ByteArrayInputStream(out.toByteArray()), RELEASE));
        assertThat(read.size()).isEqualTo(built.size()).isGreaterThan(50_000);
        for (int i = 0; i < built.size(); i += 997) {
            assertThat(read.term(i)).isEqualTo(built.term(i));
            assertThat(read.wordsOf(i)).isEqualTo(built.wordsOf(i));
        }
        assertThat(read.vocabulary().numberOf("kidney"))
                .isEqualTo(built.vocabulary().numberOf("kidney"));
        assertThat(read.vocabulary().misspelt("hypertnsion"))
                .isEqualTo(built.vocabulary().numberOf("hypertension"));
    }

    @Test
    void is_not_used_for_another_version() throws IOException {
        assertThat(TermImage.read(new ByteArrayInputStream(new byte[64]), RELEASE))
                .isNull();
    }

    @Test
    void the_build_prepares_the_index() {
        long milliseconds = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            assertThat(TermLibrary.index(RELEASE).size()).isGreaterThan(50_000);
            milliseconds = Math.min(milliseconds, (System.nanoTime() - start) / 1_000_000);
        }
        assertThat(milliseconds).as("loading the prepared index").isLessThan(200);
    }
}
