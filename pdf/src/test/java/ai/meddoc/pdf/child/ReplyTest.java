package ai.meddoc.pdf.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\u00e9 \u4e2d \ud83d\ude00", "lone \ud800 surrogate", "line\r\nends\f"})
    void everyCharacterStaysInItsPlace(String text) throws IOException {
        Span all = new Span(0, text.length());
        DocumentText before = new DocumentText(
                text,
                List.of(new Page(1, all, Page.Origin.OCR)),
                List.of(
                        new Finding(Finding.Code.PARTIAL, "extract", all, "Some text is lost."),
                        new Finding(Finding.Code.OCR, "extract", null, "Read from an image.")),
                null);

        DocumentText after = ((Reply.Read) back(new Reply.Read(before))).text();

        assertThat(after.text()).isEqualTo(text);
        assertThat(after.pages()).isEqualTo(before.pages());
        assertThat(after.findings()).isEqualTo(before.findings());
        assertThat(after.layout()).isEmpty();
    }

    @Test
    void aRefusalKeepsItsReason() throws IOException {
        assertThat(back(new Reply.Refused(Reason.ENCRYPTED, "It is encrypted.")))
                .isEqualTo(new Reply.Refused(Reason.ENCRYPTED, "It is encrypted."));
    }

    @Test
    void aReplyThatBreaksOffIsNoReply() throws IOException {
        byte[] whole = bytes(new Reply.Read(DocumentText.of("some text")));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Reply.read(new DataInputStream(new ByteArrayInputStream(part))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nonsenseIsNoReply() {
        byte[] nonsense = {77, 0, 1, 2};
        assertThatThrownBy(() -> Reply.read(new DataInputStream(new ByteArrayInputStream(nonsense))))
                .isInstanceOf(IOException.class);
    }

    private static Reply back(Reply reply) throws IOException {
        return Reply.read(new DataInputStream(new ByteArrayInputStream(bytes(reply))));
    }

    private static byte[] bytes(Reply reply) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reply.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
