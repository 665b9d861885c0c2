package ai.meddoc.server.blobs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** So much memory, and no more, for all that is read out at once. Thread-safe. */
final class MemoryShare {

    private final AtomicLong left;

    MemoryShare(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** A part of the share, granted if so much is left; to be closed. */
    Part take(long bytes) {
        boolean granted = left.addAndGet(-bytes) >= 0;
        if (!granted) {
            left.addAndGet(bytes);
        }
        return new Part(granted ? bytes : 0);
    }

    /** Given back once, whoever closes it. */
    final class Part implements AutoCloseable {

        private final long bytes;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Part(long bytes) {
            this.bytes = bytes;
        }

        boolean isGranted() {
            return bytes > 0;
        }

        InputStream heldUntilClosed(InputStream in) {
            return new FilterInputStream(in) {
                @Override
                public void close() throws IOException {
                    Part.this.close();
                    super.close();
                }
            };
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                left.addAndGet(bytes);
            }
        }
    }
}
