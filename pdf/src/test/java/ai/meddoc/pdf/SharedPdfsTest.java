package ai.meddoc.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.text.DocumentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Difficult PDFs of other projects and lab reports, where the evaluation data is at hand. */
final class SharedPdfsTest {

    private final PdfTextExtractor extractor = new PdfTextExtractor();

    @Test
    void everyDifficultFileEndsInTextOrAReason() throws IOException {
        int read = 0;
        List<Path> files = files("pdfs");
        for (Path file : files) {
            Document document = new Document("difficult.pdf", Files.readAllBytes(file));
            long start = System.nanoTime();
            try {
                assertThat(extractor.extract(document).text()).isNotBlank();
                read++;
            } catch (DocumentException e) {
                assertThat(e).as(file.getFileName().toString()).hasMessageEndingWith(".");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(file.getFileName().toString())
                    .isLessThan(Duration.ofSeconds(31));
        }
        assertThat(read).isGreaterThan(files.size() / 2);
    }

    @Test
    void rowsOfLabReportsStandOnOneLine() throws IOException {
        List<String> rows = List.of(
                "Creatinine 0.57 mg/dL 0.59-1.04 L",
                "eGFR 124.1 mL/min/1.73m2 90-120 H",
                "Aspartate Aminotransferase 27.7 U/L 10-40 NORMAL",
                "Folate (Folic Acid) 2.0 ng/mL 2.7-17.0 LOW",
                "Hemoglobin A1c 5.07 % 4.0-5.6 NORMAL");
        StringBuilder all = new StringBuilder();
        for (Path file : files("labs/pdf")) {
            DocumentText text = extractor.extract(new Document("lab.pdf", Files.readAllBytes(file)));
            assertThat(text.findings()).isEmpty();
            text.text().lines().map(l -> l.strip().replaceAll(" +", " ") + "\n").forEach(all::append);
        }
        assertThat(all.toString().lines()).containsAll(rows);
    }

    private static List<Path> files(String folder) throws IOException {
        Optional<Path> data = Stream.of(System.getenv("MEDDOC_DATA"), "../../shared/data", "../../../shared/data")
                .filter(path -> path != null && Files.isDirectory(Path.of(path)))
                .map(Path::of)
                .findFirst();
        assumeTrue(data.isPresent(), "the evaluation data is not here; set MEDDOC_DATA");
        try (Stream<Path> files = Files.list(data.orElseThrow().resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
    }
}
