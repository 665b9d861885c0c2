package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that comes as a picture, not as a PDF. */
final class PictureTest {

    private static final Path SCAN = Path.of("../test_docs/progress-note-scan.pdf");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif"})
    void isRead(String kind) throws IOException {
        Path file = folder.resolve("scan." + kind);
        assertThat(ImageIO.write(picture(), kind, file.toFile())).isTrue();

        CommandRun run = CommandRun.of("process", file, "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.OK);
        assertThat(run.json().path("document_type").asText()).isEqualTo("CLINICAL NOTE");
        assertThat(run.json().path("codes").isEmpty()).isFalse();
        assertThat(run.json().path("findings").path(0).path("code").asText()).isEqualTo("OCR");
    }

    private static BufferedImage picture() throws IOException {
        try (PDDocument scan = Loader.loadPDF(SCAN.toFile())) {
            return new PDFRenderer(scan).renderImageWithDPI(0, 200, ImageType.GRAY);
        }
    }
}
