package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WindowTest {

    @Test
    void one_stretch_holds_a_short_text_whole() {
        assertThat(Window.over("")).containsExactly(new Span(0, 0));
        assertThat(Window.over("abc")).containsExactly(new Span(0, 3));
    }

    @Test
    void stretches_cover_the_text_overlap_and_cut_no_character() {
        String[] pieces = {"word ", "line\n", "paragraph\n\n", "\ud83d\ude00", "x".repeat(70)};
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            check(text.toString(), Window.over(text.toString(), 120, 25));
        }
    }

    private static void check(String text, List<Span> windows) {
        assertThat(windows.get(0).start()).isZero();
        assertThat(windows.get(windows.size() - 1).end()).isEqualTo(text.length());
        for (int i = 0; i < windows.size(); i++) {
            Span window = windows.get(i);
            assertThat(window.length()).isLessThanOrEqualTo(120);
            assertThat(window.end() < text.length() && Character.isLowSurrogate(text.charAt(window.end())))
                    .isFalse();
            assertThat(window.start() < text.length() && Character.isLowSurrogate(text.charAt(window.start())))
                    .isFalse();
            if (i > 0) {
                assertThat(window.start())
                        .isGreaterThan(windows.get(i - 1).start())
                        .isLessThanOrEqualTo(windows.get(i - 1).end());
            }
        }
    }
}
