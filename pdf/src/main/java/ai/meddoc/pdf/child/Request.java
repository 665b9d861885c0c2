package ai.meddoc.pdf.child;

import ai.meddoc.extract.ExtractionLimits;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

/** One file to read, and what it may cost. The file's name stays with the parent. */
record Request(byte[] bytes, ExtractionLimits limits) {

    void write(DataOutputStream out) throws IOException {
        out.writeInt(limits.bytes());
        out.writeInt(limits.pages());
        out.writeInt(limits.characters());
        out.writeLong(limits.time().toMillis());
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws EOFException if no further request comes */
    static Request read(DataInputStream in) throws IOException {
        ExtractionLimits limits =
                new ExtractionLimits(in.readInt(), in.readInt(), in.readInt(), Duration.ofMillis(in.readLong()));
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new Request(bytes, limits);
    }

    @Override
    public String toString() {
        return "Request[" + bytes.length + " bytes]";
    }
}
