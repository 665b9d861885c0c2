package ai.meddoc.server.problems;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.DocumentException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/problems.md has a section for every problem and for nothing else. */
final class ProblemPagesTest {

    private final ProblemPages pages = ProblemPages.read();

    @Test
    void describesEveryProblemAndNothingElse() {
        assertThat(pages.sections().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemPagesTest::name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithTheStatusAndSaysMore(ProblemType type) {
        String section = pages.section(name(type)).orElseThrow();
        assertThat(section).startsWith(type.status() + ". ").hasSizeGreaterThan(40);
        assertThat(type.retryAfter() > 0).isEqualTo(section.contains("Retry-After"));
    }

    @ParameterizedTest
    @EnumSource
    void hasASentenceForWhatTheFrameworkFinds(ProblemType type) {
        assertThat(ProblemReader.sentence(type)).matches("[A-Z][^.]+\\.");
    }

    @ParameterizedTest
    @EnumSource
    void isTheCallersFaultWhenTheDocumentIs(DocumentException.Reason reason) {
        assertThat(ProblemType.of(reason).status()).isBetween(400, 499);
        assertThat(ProblemType.of(reason).name()).isEqualTo(reason.name());
    }

    private static String name(ProblemType type) {
        return type.uri().substring("/problems/".length());
    }
}
