package ai.meddoc.pdf;

import static ai.meddoc.pdf.Pdfs.PAGE;
import static ai.meddoc.pdf.Pdfs.lines;
import static ai.meddoc.pdf.Pdfs.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files made to hang, fill memory or mislead. */
public final class HostilePdfs {

    private HostilePdfs() {}

    /** Writes each as a file of a folder, for whoever wants to upload them. */
    public static void main(String... folder) throws IOException {
        for (Map.Entry<String, byte[]> pdf : all().entrySet()) {
            Files.write(Path.of(folder[0], pdf.getKey() + ".pdf"), pdf.getValue());
        }
    }

    /** By what is wrong with them. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("nested-forms", nestedForms());
        all.put("many-forms", manyForms());
        all.put("flate-bomb", flateBomb(1));
        all.put("double-flate-bomb", flateBomb(2));
        all.put("object-table-bomb", objectTableBomb());
        all.put("font-bomb", fontBomb());
        all.put("page-count-lies", pageCount());
        all.put("pages-in-themselves", pagesInThemselves());
        all.put("ten-thousand-pages", tenThousandPages());
        all.put("deep-arrays", deepArrays());
        all.put("deep-content", deepContent());
        all.put("millions-of-operations", operations());
        all.put("slow-drawing", slowDrawing());
        all.put("same-costly-page", sameCostlyPage(400));
        all.put("truncated", truncated());
        all.put("xfa", withCatalogue("/AcroForm << /Fields [] /XFA (x) >>"));
        all.put("script", withCatalogue("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"));
        all.put("launch", withCatalogue("/OpenAction << /S /Launch /F (cmd.exe) >>"));
        all.put("attachment", withCatalogue("/Names << /EmbeddedFiles << /Names [(a) 3 0 R] >> >>"));
        all.put("user-password", encrypted("secret", "owner"));
        all.put("owner-password", encrypted("", "owner"));
        all.put("blank", Pdfs.page("").bytes());
        all.put("head-only", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        return all;
    }

    static byte[] nestedForms() {
        Pdfs pdf = Pdfs.page(lines("before the forms") + "q /X Do Q");
        for (int i = 0; i < 12; i++) {
            String content = text(10, 10, 10, "x") + "/X Do ".repeat(10);
            pdf.stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 600 700] /Resources << /Font << /F 4 0 R >> /XObject << /X "
                            + (i < 11 ? 7 + i : 6) + " 0 R >> >>",
                    content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return pdf.bytes();
    }

    static byte[] manyForms() {
        return Pdfs.page(lines("before the forms") + "/X Do ".repeat(30_000)).stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 600 700]", "q Q".getBytes(StandardCharsets.US_ASCII))
                .bytes();
    }

    /** Half a gigabyte in a second content stream, packed once or twice. */
    static byte[] flateBomb(int times) {
        byte[] data = Pdfs.deflatedBlanks(512);
        data = times == 1 ? data : Pdfs.deflate(data);
        String filter = times == 1 ? "/FlateDecode" : "[/FlateDecode /FlateDecode]";
        return Pdfs.page(PAGE.replace("5 0 R", "[5 0 R 7 0 R]"), lines("the good part")).object("null").stream(
                        "/Filter " + filter, data)
                .bytes();
    }

    static byte[] objectTableBomb() {
        return Pdfs.page(lines("text")).stream(
                        "/Type /ObjStm /N 1 /First 10 /Filter [/FlateDecode /FlateDecode]",
                        Pdfs.deflate(Pdfs.deflatedBlanks(512)))
                .bytes();
    }

    static byte[] fontBomb() {
        String content = lines("first") + "BT /G 10 Tf 50 600 Td (second) Tj ET";
        return Pdfs.page(lines("first"))
                .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>")
                .stream("/Filter /FlateDecode", Pdfs.deflatedBlanks(128))
                .replace(3, "<< " + PAGE.replace("/Font << /F 4 0 R", "/Font << /F 4 0 R /G 6 0 R") + " >>")
                .replace(5, "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream")
                .bytes();
    }

    static byte[] pageCount() {
        return Pdfs.page(lines("the only page"))
                .replace(2, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>")
                .bytes();
    }

    static byte[] pagesInThemselves() {
        return Pdfs.page(lines("a page"))
                .replace(2, "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 5 >>")
                .bytes();
    }

    static byte[] tenThousandPages() {
        Pdfs pdf = Pdfs.page(lines("a"));
        StringBuilder kids = new StringBuilder("3 0 R ");
        for (int i = 0; i < 9_999; i++) {
            kids.append(6 + i).append(" 0 R ");
            pdf.object("<< " + PAGE + " >>");
        }
        return pdf.replace(2, "<< /Type /Pages /Kids [" + kids + "] /Count 10000 >>")
                .bytes();
    }

    static byte[] deepArrays() {
        return Pdfs.page(lines("whole")).object(nested()).bytes();
    }

    static byte[] deepContent() {
        return Pdfs.page(lines("before") + nested() + " TJ " + lines("after")).bytes();
    }

    private static String nested() {
        return "[".repeat(100_000) + "]".repeat(100_000);
    }

    static byte[] operations() {
        return Pdfs.page(lines("start") + "q Q ".repeat(1_100_000)).bytes();
    }

    static byte[] slowDrawing() {
        return Pdfs.page("0 0 m 1 1 l S ".repeat(600_000)).bytes();
    }

    /** Each page is within its limits, and all of them together take minutes. */
    public static byte[] sameCostlyPage(int times) {
        return Pdfs.page(lines("a page") + "q Q ".repeat(450_000))
                .replace(2, "<< /Type /Pages /Kids [" + "3 0 R ".repeat(times) + "] /Count " + times + " >>")
                .bytes();
    }

    private static byte[] truncated() {
        byte[] whole = Pdfs.page(lines("one", "two", "three"))
                .object("<< /Filler true >>".repeat(200))
                .bytes();
        return Arrays.copyOf(whole, whole.length * 6 / 10);
    }

    private static byte[] withCatalogue(String entry) {
        return Pdfs.page(lines("text"))
                .replace(1, "<< /Type /Catalog /Pages 2 0 R " + entry + " >>")
                .bytes();
    }

    static byte[] encrypted(String user, String owner) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdfs.page(lines("protected text")).bytes())) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, new AccessPermission(0));
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
