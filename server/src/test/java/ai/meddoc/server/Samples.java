package ai.meddoc.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Synthetic documents. */
public final class Samples {

    public static final String NOTE = """
            CLINICAL NOTE
            Date of service: 05/04/2026

            HISTORY OF PRESENT ILLNESS: Follow-up of diabetes and blood pressure. Denies chest pain.

            ASSESSMENT AND PLAN:
            1. Type 2 diabetes mellitus with diabetic chronic kidney disease, stage 3a.
            2. Essential hypertension, well controlled on lisinopril.
            """;

    private Samples() {}

    public static byte[] note() {
        return NOTE.getBytes(StandardCharsets.UTF_8);
    }

    /** A report of so many pages with text on each. */
    public static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                write(document);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.setLeading(14);
            content.newLineAtOffset(60, 720);
            for (String line : NOTE.lines().toList()) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
