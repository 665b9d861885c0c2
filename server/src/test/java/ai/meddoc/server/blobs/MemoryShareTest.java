package ai.meddoc.server.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class MemoryShareTest {

    @Test
    void grantsNoMoreThanItHas() {
        MemoryShare share = new MemoryShare(10);
        assertThat(share.take(6).isGranted()).isTrue();
        assertThat(share.take(6).isGranted()).isFalse();
        assertThat(share.take(4).isGranted()).isTrue();
    }

    @Test
    void getsBackOnceWhatIsClosed() throws Exception {
        MemoryShare share = new MemoryShare(10);
        MemoryShare.Part part = share.take(10);
        try (InputStream in = part.heldUntilClosed(new ByteArrayInputStream(new byte[1]))) {
            assertThat(in.read()).isZero();
            assertThat(share.take(1).isGranted()).isFalse();
        }
        part.close();
        assertThat(share.take(10).isGranted()).isTrue();
        assertThat(share.take(1).isGranted()).isFalse();
    }

    @Test
    void takesNothingWhereNothingIsGranted() {
        MemoryShare share = new MemoryShare(10);
        try (MemoryShare.Part refused = share.take(11)) {
            assertThat(refused.isGranted()).isFalse();
        }
        assertThat(share.take(10).isGranted()).isTrue();
    }
}
