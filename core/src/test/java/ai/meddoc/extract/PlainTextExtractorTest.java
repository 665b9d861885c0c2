package ai.meddoc.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextExtractorTest extends TextExtractorContract {

    private static final String NOTE = "Temp 38.5 \u00b0C \u2013 patient\u2019s SpO\u2082 94%\r\nPlan: antibiotics\r\n";

    private final PlainTextExtractor extractor = new PlainTextExtractor();

    @Override
    protected TextExtractor extractor() {
        return extractor;
    }

    @Override
    protected List<Document> readable() {
        return List.of(
                document(NOTE.getBytes(UTF_8)),
                document("one\ftwo\fthree".getBytes(UTF_8)),
                document("a\0b \ud800 c".getBytes(UTF_16LE)),
                document(concat(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, NOTE.getBytes(UTF_8))));
    }

    @Override
    protected List<Document> foreign() {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        return List.of(
                document("%PDF-1.7\n".getBytes(UTF_8)),
                document(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}),
                document(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
                document("{\\rtf1 text}".getBytes(UTF_8)),
                document(noise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void decodesWithAByteOrderMarkAndLeavesItOut(String charset) {
        byte[] bytes = ("\uFEFF" + NOTE).getBytes(Charset.forName(charset.equals("UTF-16") ? "UTF-16BE" : charset));

        assertThat(text(bytes).text()).isEqualTo(NOTE);
        assertThat(text(bytes).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void decodesWithoutAByteOrderMark(String charset) {
        assertThat(text(NOTE.getBytes(Charset.forName(charset))).text()).isEqualTo(NOTE);
    }

    @Test
    void fallsBackToWindows1252() {
        String note = "Temp 38.5 \u00b0C \u2013 patient\u2019s na\u00efve caf\u00e9";

        assertThat(text(note.getBytes(Charset.forName("windows-1252"))).text()).isEqualTo(note);
    }

    @Test
    void keepsMixedScripts() {
        String mixed = "pain \u75db\u307f \u0431\u043e\u043b\u044c \u05db\u05d0\u05d1 \ud83d\ude00";

        assertThat(text(mixed.getBytes(UTF_8)).text()).isEqualTo(mixed);
        assertThat(text(("\uFEFF" + mixed).getBytes(UTF_16LE)).text()).isEqualTo(mixed);
    }

    @Test
    void replacesSingleInvalidBytesAndSaysSo() {
        byte[] bytes = concat("38 \u00b0C and 39 \u00b0C ".getBytes(UTF_8), new byte[] {(byte) 0xff, 'x'});

        DocumentText text = text(bytes);

        assertThat(text.text()).isEqualTo("38 \u00b0C and 39 \u00b0C \uFFFDx");
        assertThat(text.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Finding.Code.ENCODING);
            assertThat(text.quote(Objects.requireNonNull(f.span()))).isEqualTo("\uFFFD");
        });
    }

    @Test
    void keepsThePartOfACharacterThatAFileBreaksOffIn() {
        byte[] whole = "fever 38\u00b0 caf\u00e9".getBytes(UTF_8);

        assertThat(text(Arrays.copyOf(whole, whole.length - 1)).text()).isEqualTo("fever 38\u00b0 caf\uFFFD");
    }

    @Test
    void replacesNulAndLoneSurrogates() {
        assertThat(text("a\0b normal text here".getBytes(UTF_8)).text()).isEqualTo("a\uFFFDb normal text here");
        assertThat(text(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, 0, (byte) 0xd8, 'b', 0})
                        .text())
                .isEqualTo("a\uFFFDb");
    }

    @Test
    void keepsCarriageReturns() {
        assertThat(text("a\r\nb\rc\n".getBytes(UTF_8)).text()).isEqualTo("a\r\nb\rc\n");
    }

    @Test
    void formFeedsPartPages() {
        DocumentText text = text("one\ftwo\f".getBytes(UTF_8));

        assertThat(text.pages()).hasSize(2);
        assertThat(text.quote(text.pages().get(1).span())).isEqualTo("two\f");
    }

    @Test
    void readsTheAntivirusTestFileAsText() {
        // Split so that scanners leave this file alone.
        String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

        assertThat(text(eicar.getBytes(UTF_8)).text()).isEqualTo(eicar);
    }

    @Test
    void aMentionOfThePdfMarkIsNoPdf() {
        assertThat(extractor.accepts(document("The header is %PDF-1.7 always".getBytes(UTF_8))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'',0 bytes", "' \t\r\n',white space", "'\uFEFF',white space"})
    void namesEmptyFiles(String content, String why) {
        assertFails(extractor, content.getBytes(UTF_8), Reason.EMPTY, why);
    }

    @Test
    void namesBinaryFiles() {
        for (Document document : foreign()) {
            assertFails(extractor, document.bytes(), Reason.UNSUPPORTED, "neither PDF nor text");
        }
        assertFails(extractor, new byte[100], Reason.UNSUPPORTED, "neither");
    }

    @Test
    void namesTheLimitThatIsPassed() {
        PlainTextExtractor small =
                new PlainTextExtractor(ExtractionLimits.DEFAULT.withBytes(100).withCharacters(50));

        assertFails(small, new byte[101], Reason.TOO_LARGE, "101 bytes; the limit is 100");
        assertFails(small, "x".repeat(51).getBytes(UTF_8), Reason.TOO_LARGE, "51 characters; the limit is 50");
        assertThat(small.extract(document("x".repeat(50).getBytes(UTF_8))).length())
                .isEqualTo(50);
    }

    @Test
    void refusesAHundredMegabytesAtOnce() {
        assertFails(extractor, new byte[100 * 1024 * 1024], Reason.TOO_LARGE, "the limit is 52428800");
    }

    @Test
    void refusesOneLineOfFiftyMegabytesByItsCharacters() {
        byte[] line = new byte[50 * 1024 * 1024];
        Arrays.fill(line, (byte) 'x');

        assertFails(extractor, line, Reason.TOO_LARGE, "52428800 characters; the limit is 5000000");
    }

    @Test
    void latin1ControlsDoNotMakeTextOfNoise() {
        byte[] bytes = "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008 ok ok ok ok ok ok".getBytes(ISO_8859_1);

        assertThat(ContentKind.of(bytes)).isEqualTo(ContentKind.OTHER);
    }

    @Test
    void theFirstThatAcceptsReads() {
        TextExtractors extractors = new TextExtractors(List.of(extractor));

        assertThat(extractors.extract(document("fine".getBytes(UTF_8))).text()).isEqualTo("fine");
        assertFails(extractors, new byte[] {'P', 'K', 3, 4, 0}, Reason.UNSUPPORTED, "PDF, text");
        assertThat(text("wide".getBytes(UTF_16BE)).text()).isEqualTo("wide");
    }

    private DocumentText text(byte[] bytes) {
        return extractor.extract(document(bytes));
    }

    private static void assertFails(TextExtractor extractor, byte[] bytes, Reason reason, String why) {
        assertThatThrownBy(() -> extractor.extract(document(bytes)))
                .hasMessageContaining(why)
                .asInstanceOf(type(DocumentException.class))
                .extracting(DocumentException::reason)
                .isEqualTo(reason);
    }

    private static Document document(byte[] bytes) {
        return new Document("note.txt", bytes);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }
}
