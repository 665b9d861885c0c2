package ai.meddoc.pdf;

import static ai.meddoc.pdf.Pdfs.PAGE;
import static ai.meddoc.pdf.Pdfs.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.extract.ExtractionLimits;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to hang, fill memory or mislead: each ends in a named state, soon, and lost text is said. */
@Timeout(30)
final class HostilePdfTest {

    @Test
    void nestedFormsEndSoon() {
        assertPartial(HostilePdfs.nestedForms(), "before the forms", "forms");
    }

    @Test
    void manyFormsOnOneLevelEndSoon() {
        assertPartial(HostilePdfs.manyForms(), "before the forms", "more than 20000 forms");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void contentThatUnpacksToGigabytesIsLeftOut(int times) {
        assertPartial(HostilePdfs.flateBomb(times), "the good part", "unpacks to more than it may");
    }

    @Test
    void anImageInDisguiseIsNotUnpacked() {
        Pdfs pdf = Pdfs.page(PAGE.replace("5 0 R", "[5 0 R 7 0 R]"), lines("the good part")).object("null").stream(
                "/Filter /JBIG2Decode", new byte[400]);

        assertPartial(pdf.bytes(), "the good part", "unpacks to more than it may");
    }

    @Test
    void anObjectTableThatUnpacksToGigabytesIsRefused() {
        assertFails(HostilePdfs.objectTableBomb(), Reason.LIMIT_EXCEEDED, "object table");
    }

    @Test
    void aFontThatUnpacksToGigabytesIsLeftOut() {
        assertPartial(HostilePdfs.fontBomb(), "first", "cannot be read");
    }

    @Test
    void aPageCountThatLiesIsSaid() {
        assertPartial(HostilePdfs.pageCount(), "the only page", "claims 2000000000 pages; 1 were found");
    }

    @Test
    void pagesThatContainThemselvesEnd() {
        assertPartial(HostilePdfs.pagesInThemselves(), "a page", "claims 5 pages");
    }

    @Test
    void tenThousandPagesAreTooMany() {
        assertFails(HostilePdfs.tenThousandPages(), Reason.TOO_LARGE, "more than 500 pages");
    }

    @Test
    void deeplyNestedArraysLoseNothingSilently() {
        assertPartial(HostilePdfs.deepArrays(), "whole", "nests objects too deeply");
        assertPartial(HostilePdfs.deepContent(), "before", "breaks off");
        assertFails(
                Pdfs.page(PAGE + " /Odd " + "<< /A ".repeat(1000) + ">>".repeat(1000), lines("lost"))
                        .bytes(),
                Reason.DAMAGED,
                "nests objects too deeply");
    }

    @Test
    void truncatedFilesSaySo() {
        byte[] whole = Pdfs.page(lines("one", "two", "three"))
                .object("<< /Filler true >>".repeat(200))
                .bytes();

        for (int percent = 20; percent < 100; percent += 5) {
            byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
            String state;
            try {
                DocumentText read = Pdfs.read(new PdfTextExtractor(), cut);
                assertThat(Pdfs.codes(read)).as("cut at %d%%", percent).contains(Finding.Code.PARTIAL);
                state = "read";
            } catch (DocumentException e) {
                state = e.reason().name();
            }
            assertThat(state).as("cut at %d%%", percent).isIn("read", "DAMAGED");
        }
    }

    @Test
    void contentThatBreaksOffIsSaid() {
        byte[] packed = Pdfs.deflate(
                lines(IntStream.range(0, 60).mapToObj(i -> "line " + i * 7919).toArray(String[]::new))
                        .getBytes(StandardCharsets.ISO_8859_1));
        Pdfs pdf = Pdfs.page(PAGE.replace("5 0 R", "7 0 R"), "").object("null").stream(
                "/Filter /FlateDecode", Arrays.copyOf(packed, packed.length / 2));

        assertPartial(pdf.bytes(), "line 7919", "breaks off");
        assertPartial(Pdfs.page("BT /F 10 Tf 50 700 Td (whole) Tj (bro").bytes(), "whole", "breaks off");
    }

    @Test
    void missingContentIsSaid() {
        assertFails(Pdfs.page(PAGE.replace("5 0 R", "99 0 R"), "").bytes(), Reason.DAMAGED, "content that is missing");
    }

    @Test
    void fontsWithoutAUnicodeMapAreSaid() {
        Pdfs pdf = Pdfs.page("BT /F 10 Tf 50 700 Td <00010002> Tj ET "
                        + lines("plain").replace("/F ", "/G "))
                .replace(
                        4,
                        "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type"
                                + " /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (A) /Ordering"
                                + " (B) /Supplement 0 >> >>] >>")
                .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
                .replace(3, "<< " + PAGE.replace("/F 4 0 R", "/F 4 0 R /G 6 0 R") + " >>");

        assertPartial(pdf.bytes(), "plain", "2 of 7 characters in fonts that do not say");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>              | scripts",
                "/AA << /WC << /S /JavaScript /JS (x) >> >>                       | scripts",
                "/Names << /JavaScript << /Names [(a) 3 0 R] >> >>                | scripts",
                "/OpenAction << /S /GoTo /Next << /S /Launch /F (cmd.exe) >> >>   | launch actions",
                "/Names << /EmbeddedFiles << /Names [(a) 3 0 R] >> >>             | attachments",
                "/AcroForm << /Fields [] /XFA (x) >>                              | XFA forms"
            })
    void activeContentIsSaidAndIgnored(String entry, String words) {
        DocumentText read = Pdfs.page(lines("text"))
                .replace(1, "<< /Type /Catalog /Pages 2 0 R " + entry + " >>")
                .read();

        assertThat(read.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Finding.Code.ACTIVE_CONTENT);
            assertThat(f.message()).contains(words);
        });
    }

    @Test
    void userPasswordsAreNamedAndOwnerPasswordsReadThrough() throws IOException {
        assertFails(HostilePdfs.encrypted("secret", "owner"), Reason.ENCRYPTED, "encrypted");

        DocumentText read = Pdfs.read(new PdfTextExtractor(), HostilePdfs.encrypted("", "owner"));

        assertThat(read.text()).isEqualTo("protected text\n");
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void emptyAndDamagedFilesAreNamed() {
        assertFails(Pdfs.page("").bytes(), Reason.EMPTY, "no text");
        assertFails("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), Reason.DAMAGED, "");
        assertFails(
                "%PDF-1.7\n1 0 obj <<>> endobj trailer <</Root 1 0 R>>".getBytes(StandardCharsets.US_ASCII),
                Reason.DAMAGED,
                "");
    }

    @Test
    void tooManyBytesOrCharactersAreNamed() {
        PdfTextExtractor small =
                new PdfTextExtractor(ExtractionLimits.DEFAULT.withBytes(2_000).withCharacters(20));

        assertThatThrownBy(() ->
                        Pdfs.read(small, Pdfs.page(lines("x".repeat(30))).bytes()))
                .hasMessageContaining("more than 20 characters");
        assertThatThrownBy(() ->
                        Pdfs.read(small, Pdfs.page(lines("x".repeat(3000))).bytes()))
                .hasMessageContaining("the limit is 2000");
    }

    @Test
    void theTimeLimitEndsTheWait() {
        PdfTextExtractor hurried = new PdfTextExtractor(ExtractionLimits.DEFAULT.withTime(Duration.ofMillis(50)));
        byte[] slow = HostilePdfs.slowDrawing();

        assertThatThrownBy(() -> Pdfs.read(hurried, slow))
                .asInstanceOf(type(DocumentException.class))
                .extracting(DocumentException::reason)
                .isEqualTo(Reason.LIMIT_EXCEEDED);
    }

    @Test
    void aPageOfMillionsOfOperationsIsCut() {
        assertPartial(HostilePdfs.operations(), "start", "more than 2000000");
    }

    @Test
    void absurdPageSizesDoNoHarm() {
        DocumentText read = Pdfs.page(PAGE.replace("612 792", "1e9 1e9"), lines("small text"))
                .read();

        assertThat(read.text()).isEqualTo("small text\n");
    }

    private static void assertPartial(byte[] pdf, String kept, String why) {
        DocumentText read = Pdfs.read(new PdfTextExtractor(), pdf);

        assertThat(read.text()).contains(kept);
        assertThat(read.findings())
                .filteredOn(f -> f.code() == Finding.Code.PARTIAL)
                .anySatisfy(f -> assertThat(f.message()).contains(why));
    }

    private static void assertFails(byte[] pdf, Reason reason, String why) {
        assertThatThrownBy(() -> Pdfs.read(new PdfTextExtractor(), pdf))
                .hasMessageContaining(why)
                .asInstanceOf(type(DocumentException.class))
                .extracting(DocumentException::reason)
                .isEqualTo(reason);
    }
}
