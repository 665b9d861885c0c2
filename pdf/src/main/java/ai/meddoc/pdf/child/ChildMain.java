package ai.meddoc.pdf.child;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.extract.TextExtractors;
import ai.meddoc.pdf.ImageTextExtractor;
import ai.meddoc.pdf.PdfTextExtractor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/** The child's program: one request after the other on standard input, until that is closed. */
public final class ChildMain {

    private static final int BUFFER = 64 * 1024;

    private ChildMain() {}

    public static void main(String... args) throws IOException {
        DataOutputStream replies =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
        // Whatever a library prints must not get among the replies.
        System.setOut(System.err);
        replies.writeByte(ExtractionChild.READY);
        replies.flush();
        DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in, BUFFER));
        while (true) {
            Request request;
            try {
                request = Request.read(requests);
            } catch (EOFException e) {
                return;
            }
            answer(request).write(replies);
            replies.flush();
        }
    }

    private static Reply answer(Request request) {
        TextExtractor extractor = new TextExtractors(
                List.of(new PdfTextExtractor(request.limits()), new ImageTextExtractor(request.limits())));
        try {
            return new Reply.Read(extractor.extract(new Document("", request.bytes())));
        } catch (DocumentException e) {
            return new Reply.Refused(e.reason(), String.valueOf(e.getMessage()));
        }
    }
}
