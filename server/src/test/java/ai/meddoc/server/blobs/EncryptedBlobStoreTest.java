package ai.meddoc.server.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EncryptedBlobStoreTest extends BlobStoreContract {

    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final byte[] TEXT = "Type 2 diabetes mellitus".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }

    private Path files() {
        return folder.resolve("files");
    }

    private EncryptedBlobStore with(String... keys) throws IOException {
        Path file = Files.write(folder.resolve("keys"), List.of(keys));
        return new EncryptedBlobStore(new DiskBlobStore(files()), EnvelopeKeys.read(file));
    }

    @Override
    BlobStore store() throws IOException {
        return with(NEW);
    }

    /** The bytes that a reader would then get, sealed by whoever has the key: the sum has to tell. */
    @Override
    void damage(String key, byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "other", null), bytes);
        String other = store().put(file);
        Files.move(files().resolve(other), files().resolve(key), StandardCopyOption.REPLACE_EXISTING);
    }

    private String put(BlobStore store) throws IOException {
        return store.put(Files.write(Files.createTempFile(store.incoming(), "upload", null), TEXT));
    }

    @Test
    void leavesNothingReadableInTheStore() throws IOException {
        String one = put(store());
        String other = put(store());
        byte[] stored = Files.readAllBytes(files().resolve(one));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("diabetes");
        assertThat(stored).as("each by a key of its own").isNotEqualTo(Files.readAllBytes(files().resolve(other)));
    }

    @Test
    void opensWhatAnOlderKeyWrappedAndWhatWasKeptBefore() throws IOException {
        String old = put(with(OLD));
        String plain = put(new DiskBlobStore(files()));
        EncryptedBlobStore rotated = with(NEW, OLD);
        assertThat(rotated.open(old).readAllBytes()).isEqualTo(TEXT);
        assertThat(rotated.open(plain).readAllBytes()).isEqualTo(TEXT);
        String fresh = put(rotated);
        assertThat(with(NEW).open(fresh).readAllBytes()).isEqualTo(TEXT);
        assertThatThrownBy(() -> with(NEW).open(old))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ENCRYPTION_KEY_FILE");
    }

    @Test
    void sealsAnewWhatAnOlderKeyWrappedAndWhatWasKeptBefore() throws Exception {
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TEXT));
        String old = put(with(OLD));
        String plain = put(new DiskBlobStore(files()));
        EncryptedBlobStore rotated = with(NEW, OLD);
        String fresh = put(rotated);
        assertThat(rotated.reseal(fresh, sum)).isFalse();
        for (String key : List.of(old, plain)) {
            assertThat(rotated.reseal(key, sum)).isTrue();
            assertThat(rotated.reseal(key, sum)).as("again").isFalse();
            assertThat(with(NEW).open(key).readAllBytes()).isEqualTo(TEXT);
            assertThat(with(NEW).keyName(key))
                    .isEqualTo(with(NEW).keyName(fresh))
                    .isNotEmpty();
        }
        try (Stream<Path> left = Files.list(rotated.incoming())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void leavesADamagedFileAsItIs() throws IOException {
        String plain = put(new DiskBlobStore(files()));
        byte[] stored = Files.readAllBytes(files().resolve(plain));

        assertThatThrownBy(() -> with(NEW).reseal(plain, "00")).isInstanceOf(DamagedBlobException.class);
        assertThat(Files.readAllBytes(files().resolve(plain))).isEqualTo(stored);
    }

    @Test
    void givesNoByteOfATouchedFile() throws IOException {
        String key = put(store());
        Path file = files().resolve(key);
        byte[] stored = Files.readAllBytes(file);
        for (int at : new int[] {9, 20, stored.length - 1}) {
            byte[] touched = stored.clone();
            touched[at] ^= 1;
            Files.write(file, touched);
            assertThatThrownBy(() -> store().open(key).readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAA", "not base64 at all!"})
    void refusesWhatIsNoKey(String line) {
        assertThatThrownBy(() -> with(line))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("openssl");
    }
}
