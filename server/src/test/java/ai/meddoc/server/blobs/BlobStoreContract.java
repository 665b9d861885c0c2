package ai.meddoc.server.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of bytes promises. */
abstract class BlobStoreContract {

    abstract BlobStore store() throws IOException;

    /** Puts other bytes under a key, as a failing disk or a stranger would. */
    abstract void damage(String key, byte[] bytes) throws IOException;

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
        VerifiedBlobs verified = new VerifiedBlobs(store());
        try (InputStream in = verified.open(key, sha256(bytes))) {
            assertThat(Arrays.equals(in.readAllBytes(), bytes)).isTrue();
        }
        assertThat(leftInSpool()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 18 * 1024 * 1024})
    void putsOneInThePlaceOfAnother(int size) throws IOException {
        String key = store().put(arrived(new byte[] {1, 2, 3}));
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = arrived(bytes);

        store().replace(file, key);

        assertThat(Files.exists(file)).isFalse();
        try (InputStream in = store().open(key)) {
            assertThat(Arrays.equals(in.readAllBytes(), bytes)).isTrue();
        }
        assertThat(leftInSpool()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 70_000, 5 * 1024 * 1024})
    void givesNoByteOfWhatIsNotWhatItTook(int size) throws IOException {
        byte[] bytes = new byte[size];
        String key = store().put(arrived(bytes));
        byte[] others = bytes.clone();
        others[size - 1] = 1;
        damage(key, others);

        VerifiedBlobs verified = new VerifiedBlobs(store());
        assertThatThrownBy(() -> verified.open(key, sha256(bytes))).isInstanceOf(DamagedBlobException.class);
        assertThatThrownBy(() -> verified.read(key, sha256(bytes))).isInstanceOf(DamagedBlobException.class);
        assertThat(leftInSpool()).isZero();
        damage(key, bytes);
        assertThat(verified.read(key, sha256(bytes))).isEqualTo(bytes);
    }

    private long leftInSpool() throws IOException {
        try (Stream<Path> files = Files.list(store().incoming())) {
            return files.count();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsWhatItHoldsAndSinceWhen() throws IOException {
        Instant before = Instant.now().minusSeconds(5);
        String one = store().put(arrived(new byte[] {1}));
        String other = store().put(arrived(new byte[] {2}));
        Map<String, Instant> held = new HashMap<>();
        store().each(blob -> held.put(blob.key(), blob.since()));
        assertThat(held).containsKeys(one, other);
        assertThat(held.get(one)).isBetween(before, Instant.now().plusSeconds(5));
        assertThat(store().has(one)).isTrue();
        store().delete(one);
        held.clear();
        store().each(blob -> held.put(blob.key(), blob.since()));
        assertThat(held).doesNotContainKey(one).containsKey(other);
        assertThat(store().has(one)).isFalse();
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
    void putsBackUnderTheOldKeyAndOverwritesNothing() throws IOException {
        String key = store().put(arrived(new byte[] {1, 2, 3}));
        store().delete(key);
        store().putBack(arrived(new byte[] {1, 2, 3}), key);
        try (InputStream in = store().open(key)) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
        Path other = arrived(new byte[] {4});
        assertThatThrownBy(() -> store().putBack(other, key)).isInstanceOf(FileAlreadyExistsException.class);
        try (InputStream in = store().open(key)) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
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
        assertThatThrownBy(() -> store().putBack(Path.of("none"), key)).isInstanceOf(IllegalArgumentException.class);
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
