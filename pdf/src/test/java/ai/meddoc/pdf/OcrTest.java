package ai.meddoc.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.extract.ContentKind;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import ai.meddoc.text.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class OcrTest {

    private static final String[][] ROWS = {
        {"Glucose", "105", "mg/dL", "70-99", "HIGH"},
        {"Sodium", "140", "mmol/L", "136-145"},
        {"Potassium", "3.1", "mmol/L", "3.5-5.2", "LOW"},
        {"Creatinine", "0.88", "mg/dL", "0.59-1.04"}
    };

    @BeforeAll
    static void languageDataIsThere() {
        assumeTrue(new Ocr().isAvailable(), "no language data for recognition: " + LanguageData.HOW_TO_GET);
    }

    @Test
    void readsAScannedTableRowByRow() throws IOException {
        BufferedImage picture = picture();
        Pdfs scan = Pdfs.page("q 612 0 0 792 0 0 cm /X Do Q").stream(
                "/Type /XObject /Subtype /Image /Filter /DCTDecode /ColorSpace /DeviceGray /BitsPerComponent 8"
                        + " /Width " + picture.getWidth() + " /Height " + picture.getHeight(),
                encode(picture, "jpg"));

        DocumentText read = scan.read();

        assertTableIsRead(read);
        assertThat(Pdfs.codes(read)).containsExactly(Finding.Code.OCR);
        TextLayout layout = read.layout().orElseThrow();
        int glucose = read.text().indexOf("Glucose");
        assertThat(layout.left()[glucose]).isBetween(47f, 53f);
        assertThat(layout.top()[glucose]).isBetween(78f, 95f);
        assertThat(layout.confidence()[glucose]).isBetween(0.5f, 1f);
    }

    @Test
    void readsImageFiles() throws IOException {
        BufferedImage picture = picture();
        for (String format : new String[] {"png", "jpg", "tiff"}) {
            Document document = new Document("scan", encode(picture, format));

            assertThat(new ImageTextExtractor().accepts(document)).as(format).isTrue();
            assertTableIsRead(new ImageTextExtractor().extract(document));
        }
    }

    @Test
    void keepsTheTextThatAScannerRecognised() {
        DocumentText read =
                Pdfs.page("3 Tr " + Pdfs.lines("recognised by the scanner") + " q 612 0 0 792 0 0 cm /X Do Q").stream(
                                "/Type /XObject /Subtype /Image /Width 1 /Height 1", new byte[] {0})
                        .read();

        assertThat(read.text()).isEqualTo("recognised by the scanner\n");
        assertThat(read.pages()).extracting(Page::origin).containsExactly(Page.Origin.OCR);
        assertThat(Pdfs.codes(read)).containsExactly(Finding.Code.OCR);
    }

    @Test
    void imagesWithoutTextAndBrokenOnesAreNamed() throws IOException {
        byte[] blank = encode(new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY), "png");
        byte[] broken = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

        assertThat(ContentKind.of(broken)).isEqualTo(ContentKind.PNG);
        assertReason(blank, DocumentException.Reason.EMPTY);
        assertReason(broken, DocumentException.Reason.DAMAGED);
        assertReason("text".getBytes(StandardCharsets.UTF_8), DocumentException.Reason.UNSUPPORTED);
    }

    private static void assertReason(byte[] image, DocumentException.Reason reason) {
        assertThatThrownBy(() -> new ImageTextExtractor().extract(new Document("x", image)))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertTableIsRead(DocumentText read) {
        assertThat(read.pages()).extracting(Page::origin).containsExactly(Page.Origin.OCR);
        assertThat(read.text()
                        .lines()
                        .filter(l -> !l.isBlank())
                        .map(l -> l.strip().split(" {2,}")))
                .containsExactly(ROWS);
    }

    private static BufferedImage picture() throws IOException {
        StringBuilder content = new StringBuilder();
        int[] columns = {50, 200, 280, 370, 470};
        for (int row = 0; row < ROWS.length; row++) {
            for (int cell = 0; cell < ROWS[row].length; cell++) {
                content.append(Pdfs.text(columns[cell], 700 - 20 * row, 11, ROWS[row][cell]));
            }
        }
        try (PDDocument pdf = Loader.loadPDF(Pdfs.page(content.toString()).bytes())) {
            return new PDFRenderer(pdf).renderImageWithDPI(0, 200, ImageType.GRAY);
        }
    }

    private static byte[] encode(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).as(format).isTrue();
        return out.toByteArray();
    }
}
