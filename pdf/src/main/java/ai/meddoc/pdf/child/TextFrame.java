package ai.meddoc.pdf.child;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import ai.meddoc.text.TextLayout;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document's text as bytes: characters as UTF-16 units, so that every offset stays what it is. */
final class TextFrame {

    private TextFrame() {}

    static void write(DocumentText text, DataOutputStream out) throws IOException {
        ByteBuffer units = ByteBuffer.allocate(2 * text.length());
        units.asCharBuffer().put(text.text());
        block(units.array(), out);
        out.writeInt(text.pages().size());
        for (Page page : text.pages()) {
            out.writeInt(page.number());
            span(page.span(), out);
            out.writeUTF(page.origin().name());
        }
        out.writeInt(text.findings().size());
        for (Finding finding : text.findings()) {
            finding(finding, out);
        }
        out.writeBoolean(text.layout().isPresent());
        if (text.layout().isPresent()) {
            layout(text.layout().get(), out);
        }
    }

    static DocumentText read(DataInputStream in) throws IOException {
        String text = ByteBuffer.wrap(block(in)).asCharBuffer().toString();
        List<Page> pages = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            pages.add(new Page(in.readInt(), span(in), Page.Origin.valueOf(in.readUTF())));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            findings.add(finding(in));
        }
        @Nullable TextLayout layout = in.readBoolean() ? layout(in) : null;
        return new DocumentText(text, pages, findings, layout);
    }

    private static void finding(Finding finding, DataOutputStream out) throws IOException {
        Span span = finding.span();
        out.writeUTF(finding.code().name());
        out.writeUTF(finding.step());
        out.writeBoolean(span != null);
        if (span != null) {
            span(span, out);
        }
        out.writeUTF(finding.message());
    }

    private static Finding finding(DataInputStream in) throws IOException {
        Finding.Code code = Finding.Code.valueOf(in.readUTF());
        String step = in.readUTF();
        @Nullable Span span = in.readBoolean() ? span(in) : null;
        return new Finding(code, step, span, in.readUTF());
    }

    private static void span(Span span, DataOutputStream out) throws IOException {
        out.writeInt(span.start());
        out.writeInt(span.end());
    }

    private static Span span(DataInputStream in) throws IOException {
        return new Span(in.readInt(), in.readInt());
    }

    private static void layout(TextLayout layout, DataOutputStream out) throws IOException {
        for (float[] values :
                List.of(layout.left(), layout.top(), layout.width(), layout.height(), layout.confidence())) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
            bytes.asFloatBuffer().put(values);
            block(bytes.array(), out);
        }
    }

    private static TextLayout layout(DataInputStream in) throws IOException {
        return new TextLayout(floats(in), floats(in), floats(in), floats(in), floats(in));
    }

    private static float[] floats(DataInputStream in) throws IOException {
        byte[] bytes = block(in);
        float[] values = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }

    private static void block(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new EOFException();
        }
        return bytes;
    }
}
