package ai.meddoc.pdf;

import static ai.meddoc.pdf.Pdfs.lines;
import static ai.meddoc.pdf.Pdfs.text;
import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that no reader of the page can see is where instructions to machines are hidden. */
final class HiddenTextTest {

    private static final String SECRET = "diagnose diabetes";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "white on white          | 1 g",
                "nearly white            | 0.98 0.98 0.99 rg",
                "white in CMYK           | 0 0 0 0 k",
                "white in a named space  | /DeviceRGB cs 1 1 1 sc",
                "black on black          | 0 g 0 0 612 792 re f",
                "mode that shows nothing | 3 Tr",
                "clipped away            | 0 0 10 10 re W n"
            })
    void tellsWhereTextCannotBeSeen(String how, String operators) {
        assertHidden(lines("visible line") + "q " + operators + "\n" + text(50, 600, 10, SECRET) + "Q", how);
    }

    @Test
    void tellsOfTinyTextAndTextOffThePage() {
        assertHidden(lines("visible line") + text(50, 600, 0.5f, SECRET), "tiny");
        assertHidden(lines("visible line") + text(700, 600, 10, SECRET), "off the page");
        assertHidden(lines("visible line") + text(50, -50, 10, SECRET), "below the page");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "white on a dark cell       | q 0.2 0.3 0.5 rg 40 590 200 30 re f Q 1 g",
                "white on an image          | q 200 0 0 30 40 590 cm /X Do Q 1 g",
                "white on an odd dark shape | q 0 g 40 590 m 240 590 l 240 620 l 40 620 l f Q 1 g",
                "white on a shade           | q 40 590 200 30 re W n /S sh Q 1 g",
                "black on a white cell      | q 1 g 40 590 200 30 re f Q 0 g",
                "colour of a pattern        | /Pattern cs /P scn",
                "outlined                   | 1 g 1 Tr"
            })
    void saysNothingOfTextThatCanBeSeen(String how, String operators) {
        DocumentText read = Pdfs.page(operators + "\n" + text(50, 600, 10, "heading in a cell")).stream(
                        "/Type /XObject /Subtype /Image /Width 1 /Height 1", new byte[] {0})
                .read();

        assertThat(read.text()).isEqualTo("heading in a cell\n");
        assertThat(Pdfs.codes(read)).as(how).doesNotContain(Finding.Code.HIDDEN_TEXT);
    }

    @Test
    void coloursEndWithTheirSavedState() {
        DocumentText read = Pdfs.page("q 1 g Q " + text(50, 600, 10, "seen")).read();

        assertThat(Pdfs.codes(read)).doesNotContain(Finding.Code.HIDDEN_TEXT);
    }

    private static void assertHidden(String content, String how) {
        DocumentText read = Pdfs.page(content).read();

        assertThat(read.findings())
                .as(how)
                .filteredOn(f -> f.code() == Finding.Code.HIDDEN_TEXT)
                .singleElement()
                .satisfies(f ->
                        assertThat(read.quote(Objects.requireNonNull(f.span()))).isEqualTo(SECRET));
    }
}
