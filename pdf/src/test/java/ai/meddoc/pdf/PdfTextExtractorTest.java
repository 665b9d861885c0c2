package ai.meddoc.pdf;

import static ai.meddoc.pdf.Pdfs.lines;
import static ai.meddoc.pdf.Pdfs.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.meddoc.document.Document;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.extract.TextExtractorContract;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Page;
import ai.meddoc.text.TextLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PdfTextExtractorTest extends TextExtractorContract {

    private final PdfTextExtractor extractor = new PdfTextExtractor();

    @Override
    protected TextExtractor extractor() {
        return extractor;
    }

    @Override
    protected List<Document> readable() {
        return List.of(
                Pdfs.page(lines("Chest pain.", "No fever.")).document(),
                Pdfs.page(lines("Seen") + "1 g " + text(50, 600, 10, "Unseen")).document());
    }

    @Override
    protected List<Document> foreign() {
        return List.of(
                new Document("x.pdf", "only text".getBytes(StandardCharsets.UTF_8)),
                new Document("x.pdf", new byte[] {'P', 'K', 3, 4}));
    }

    @Test
    void readsLinesFromTopToBottomWhateverTheirOrderInTheFile() {
        String content = text(50, 700, 10, "second") + text(50, 712, 10, "first") + text(50, 688, 10, "third");

        assertThat(Pdfs.page(content).read().text()).isEqualTo("first\nsecond\nthird\n");
    }

    @Test
    void keepsTheBoxOfEachCharacter() {
        DocumentText read = Pdfs.page(text(100, 700, 10, "AB")).read();
        TextLayout layout = read.layout().orElseThrow();

        int a = read.text().indexOf('A');
        assertThat(layout.left()[a]).isCloseTo(100, within(0.1f));
        assertThat(layout.top()[a]).isBetween(82f, 86f);
        assertThat(layout.width()[a]).isCloseTo(6.67f, within(0.1f));
        assertThat(layout.left()[a + 1]).isCloseTo(106.67f, within(0.1f));
        assertThat(layout.top()[a] + layout.height()[a]).isBetween(92f, 96f);
    }

    @Test
    void keepsTheCellsOfARowTogetherAndApart() {
        String content = text(50, 700, 10, "Glucose")
                + text(50, 684, 10, "Sodium, serum")
                + text(200, 700, 10, "105")
                + text(200, 684, 10, "140")
                + text(260, 700, 10, "mg/dL")
                + text(260, 684, 10, "mmol/L")
                + text(330, 700, 10, "70-99")
                + text(330, 684, 10, "136-145")
                + text(400, 700, 10, "H");

        assertThat(Pdfs.page(content).read().text().lines().map(l -> l.split(" {2,}")))
                .containsExactly(
                        new String[] {"Glucose", "105", "mg/dL", "70-99", "H"},
                        new String[] {"Sodium, serum", "140", "mmol/L", "136-145"});
    }

    @Test
    void partsACellThatFillsItsColumnFromTheNext() {
        StringBuilder content = new StringBuilder();
        String[] units = {"mg/dL", "mmol/L", "mL/min/1.73m2", "U/L"};
        for (int i = 0; i < units.length; i++) {
            int y = 700 - 16 * i;
            content.append(text(50, y, 10, "Analyte")).append(text(200, y, 10, "10" + i));
            content.append(text(260, y, 10, units[i])).append(text(333, y, 10, "70-99"));
        }

        assertThat(Pdfs.page(content.toString()).read().text()).contains("mL/min/1.73m2  70-99");
    }

    @Test
    void readsColumnsOfProseOneAfterTheOther() {
        StringBuilder content = new StringBuilder(text(150, 760, 14, "A title across both of the columns here"));
        for (int i = 0; i < 8; i++) {
            content.append(text(50, 720 - 12 * i, 10, "left column line number " + i + " of plain words"));
            content.append(text(320, 720 - 12 * i, 10, "right column line number " + i + " of plain words"));
        }
        content.append(
                text(50, 600, 10, "A closing line of text that runs across both columns of the page to its end."));

        String read = Pdfs.page(content.toString()).read().text();

        assertThat(read.indexOf("title")).isLessThan(read.indexOf("left column line number 0"));
        assertThat(read.indexOf("left column line number 7")).isLessThan(read.indexOf("right column line number 0"));
        assertThat(read.indexOf("right column line number 7")).isLessThan(read.indexOf("closing"));
    }

    @Test
    void readsRotatedPagesAndPlacesTheirBoxesAsShown() {
        String turned = Pdfs.PAGE + " /Rotate 90";
        // Text that runs up the page's left edge reads from left to right once the page is turned clockwise.
        String content = "BT /F 10 Tf 0 1 -1 0 100 50 Tm (upright when shown) Tj ET";

        DocumentText read = Pdfs.page(turned, content).read();

        assertThat(read.text()).isEqualTo("upright when shown\n");
        TextLayout layout = read.layout().orElseThrow();
        assertThat(layout.left()[0]).isCloseTo(50, within(0.5f));
        assertThat(layout.top()[0]).isBetween(90f, 101f);
    }

    @Test
    void readsTextThatStandsOnItsSide() {
        String content = lines("level text of the page") + "BT /F 10 Tf 0 1 -1 0 30 300 Tm (on its side) Tj ET";

        assertThat(Pdfs.page(content).read().text()).isEqualTo("level text of the page\non its side\n");
    }

    @Test
    void printsDoubledGlyphsOnce() {
        String content = text(50, 700, 10, "BOLD little") + text(50.4f, 700, 10, "BOLD little");

        assertThat(Pdfs.page(content).read().text()).isEqualTo("BOLD little\n");
    }

    @Test
    void keepsRealDoubleLetters() {
        assertThat(Pdfs.page(text(50, 700, 10, "ill will 1111 aaa...")).read().text())
                .isEqualTo("ill will 1111 aaa...\n");
    }

    @Test
    void keepsRaisedPrintInItsLine() {
        String content =
                text(50, 700, 10, "White cells 4.5 x10") + text(50 + 84, 704, 6, "9") + text(50 + 87.5f, 700, 10, "/L");

        assertThat(Pdfs.page(content).read().text()).isEqualTo("White cells 4.5 x109/L\n");
    }

    @Test
    void expandsLigaturesAndKeepsHyphensAsPrinted() {
        String font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding"
                + " << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >> >>";

        assertThat(Pdfs.page(lines("\u0001brillation with re-", "\u0002ux"))
                        .replace(4, font)
                        .read()
                        .text())
                .isEqualTo("fibrillation with re-\nflux\n");
    }

    @Test
    void readsPagesInOrderAndSaysWhereTheyEnd() {
        Pdfs two = Pdfs.page(lines("page one"))
                .replace(2, "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>")
                .object("<< " + Pdfs.PAGE.replace("5 0 R", "7 0 R") + " >>")
                .stream("", lines("page two").getBytes(StandardCharsets.ISO_8859_1));

        DocumentText read = two.read();

        assertThat(read.text()).isEqualTo("page one\npage two\n");
        assertThat(read.pages()).extracting(Page::number).containsExactly(1, 2);
        assertThat(read.quote(read.pages().get(1).span())).isEqualTo("page two\n");
    }

    @Test
    void readsFilledFormFields() {
        Pdfs form = Pdfs.page(
                Pdfs.PAGE + " /Annots [<< /Type /Annot /Subtype /Widget /Rect [50 600 250 620]"
                        + " /AP << /N 6 0 R >> >>]",
                lines("Name:"))
                .stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 4 0 R >> >>",
                        text(2, 5, 10, "filled in by hand").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(form.read().text()).isEqualTo("Name:\n\nfilled in by hand\n");
    }
}
