package ai.meddoc.server.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of bytes promises. */
abstract class BlobStoreContract {

    abstract BlobStore store() throws IOException;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 18 * 1024 * 1024, 32 * 1024 * 1024})
    void givesBackWhatItTook(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = arrived(bytes);

        String key = store().put(file);

        assertThat(Files.exists(file)).isFalse();
        try (InputStream in = store().open(key)) {
            assertThat(Arrays.equals(in.readAllBytes(), bytes)).isTrue();
        }
    }

    @Test
    void keysSayNothingAndNeverRepeat() throws IOException {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            String key = store().put(arrived("the same bytes".getBytes(StandardCharsets.UTF_8)));
            assertThat(key).matches("[0-9a-f]{2}/[0-9a-f]{32}");
            keys.add(key);
        }
        assertThat(keys).hasSize(20);
    }

    @Test
    void whatIsDeletedIsGone() throws IOException {
        String key = store().put(arrived(new byte[] {1, 2, 3}));
        store().delete(key);
        store().delete(key);

        assertThatThrownBy(() -> store().open(key)).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../../etc/passwd", "ab/../cd", "AB/0123456789abcdef0123456789abcdef", "report.pdf"})
    void onlyItsOwnKeysAreTaken(String key) {
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isReady() throws IOException {
        assertThat(store().isReady()).isTrue();
    }

    private Path arrived(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(store().incoming(), "upload", null);
        return Files.write(file, bytes);
    }
}
