package ai.meddoc.pdf.child;

import ai.meddoc.document.DocumentException;
import ai.meddoc.text.DocumentText;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/** What the child answers: the text, or why there is none. */
sealed interface Reply {

    int READ = 1;
    int REFUSED = 2;

    void write(DataOutputStream out) throws IOException;

    record Read(DocumentText text) implements Reply {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(READ);
            TextFrame.write(text, out);
        }
    }

    record Refused(DocumentException.Reason reason, String message) implements Reply {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(REFUSED);
            out.writeUTF(reason.name());
            out.writeUTF(message);
        }
    }

    /** @throws IOException if the child ends in the middle or writes what is no reply: it is not to be trusted again */
    static Reply read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        try {
            return switch (kind) {
                case READ -> new Read(TextFrame.read(in));
                case REFUSED -> new Refused(DocumentException.Reason.valueOf(in.readUTF()), in.readUTF());
                default -> throw new StreamCorruptedException("reply of kind " + kind);
            };
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("a reply that makes no sense");
        }
    }
}
