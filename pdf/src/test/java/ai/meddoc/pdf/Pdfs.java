package ai.meddoc.pdf;

import ai.meddoc.document.Document;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PDFs made byte by byte, so that they can be as wrong as a test needs. */
public final class Pdfs {

    static final String PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
            + " /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >> /Contents 5 0 R";

    private final List<byte[]> objects = new ArrayList<>();

    /** One page with this content; objects 1 to 5 are catalogue, pages, page, font, content. */
    public static Pdfs page(String content) {
        return page(PAGE, content);
    }

    static Pdfs page(String page, String content) {
        return new Pdfs()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object("<< " + page + " >>")
                        .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
                        .stream("", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Lines of text in 10 points from the top, one below the other. */
    public static String lines(String... lines) {
        StringBuilder out = new StringBuilder();
        float y = 740;
        for (String line : lines) {
            out.append(text(50, y, 10, line));
            y -= 12;
        }
        return out.toString();
    }

    static String text(float x, float y, float size, String text) {
        return "BT /F " + size + " Tf 1 0 0 1 " + x + " " + y + " Tm ("
                + text.replace("(", "\\(").replace(")", "\\)") + ") Tj ET\n";
    }

    Pdfs object(String body) {
        objects.add(body.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Pdfs replace(int number, String body) {
        objects.set(number - 1, body.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Pdfs stream(String entries, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ("<< " + entries + " /Length " + data.length + " >>\nstream\n").getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(data);
        out.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        objects.add(out.toByteArray());
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n \n", out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        int start = out.size();
        out.writeBytes(("xref\n0 " + (objects.size() + 1) + "\n" + table + "trailer\n<< /Size " + (objects.size() + 1)
                        + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    Document document() {
        return document(bytes());
    }

    static Document document(byte[] bytes) {
        return new Document("test.pdf", bytes);
    }

    DocumentText read() {
        return new PdfTextExtractor().extract(document());
    }

    static List<Finding.Code> codes(DocumentText text) {
        return text.findings().stream().map(Finding::code).distinct().toList();
    }

    static DocumentText read(TextExtractor extractor, byte[] bytes) {
        return extractor.extract(document(bytes));
    }

    static byte[] deflate(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9))) {
            deflate.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Deflates {@code megabytes} of blanks without holding them. */
    static byte[] deflatedBlanks(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1024 * 1024];
        java.util.Arrays.fill(chunk, (byte) ' ');
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(1))) {
            for (int i = 0; i < megabytes; i++) {
                deflate.write(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
