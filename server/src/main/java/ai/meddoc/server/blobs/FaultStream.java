package ai.meddoc.server.blobs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** An object on its way: what goes wrong while it is read is the store's fault, as when it is opened. */
final class FaultStream extends FilterInputStream {

    FaultStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        try {
            return super.read(into, at, length);
        } catch (SdkException e) {
            throw S3BlobStore.failure(e);
        } catch (IOException e) {
            throw new BlobException("the bucket's answer broke off", e);
        }
    }
}
