package ai.meddoc.server.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealedColumnsTest {

    private static final String CLEAR = "{\"text\":\"Type 2 diabetes mellitus, \u00e9\"}";

    @TempDir
    private Path folder = Path.of("");

    private SealedColumns with(int... fills) throws IOException {
        List<String> lines = Arrays.stream(fills)
                .mapToObj(fill -> {
                    byte[] key = new byte[32];
                    Arrays.fill(key, (byte) fill);
                    return Base64.getEncoder().encodeToString(key);
                })
                .toList();
        return SealedColumns.with(EnvelopeKeys.read(Files.write(folder.resolve("keys"), lines)));
    }

    private static String open(SealedColumns columns, String stored) {
        return columns.open(SealedColumn.RESULTS, stored, "north", 7L, 9L);
    }

    @Test
    void opensWhatItSealed() throws IOException {
        String stored = with(1).seal(SealedColumn.RESULTS, CLEAR, "north", 7L, 9L);
        assertThat(stored).doesNotContain("diabetes").startsWith(SealedColumns.MARK);
        assertThat(open(with(1), stored)).isEqualTo(CLEAR);
        assertThat(with(1).seal(SealedColumn.RESULTS, CLEAR, "north", 7L, 9L))
                .as("each by a key of its own")
                .isNotEqualTo(stored);
    }

    @Test
    void readsOldKeysAndClearValues() throws IOException {
        String old = with(1).seal(SealedColumn.RESULTS, CLEAR, "north", 7L, 9L);
        assertThat(open(with(2, 1), old)).isEqualTo(CLEAR);
        assertThat(open(with(2, 1), CLEAR)).isEqualTo(CLEAR);
        assertThat(open(SealedColumns.off(), CLEAR)).isEqualTo(CLEAR);
    }

    @Test
    void opensNothingElsewhere() throws IOException {
        SealedColumns columns = with(1);
        String stored = columns.seal(SealedColumn.RESULTS, CLEAR, "north", 7L, 9L);
        refuses(() -> columns.open(SealedColumn.RESULTS, stored, "south", 7L, 9L));
        refuses(() -> columns.open(SealedColumn.TEXT, stored, "north", 7L, 9L));
        refuses(() -> columns.open(SealedColumn.RESULTS, stored, "north", 8L, 9L));
        refuses(() -> columns.open(SealedColumn.RESULTS, stored, "north", 7L, 8L));
        refuses(() -> columns.open(SealedColumn.RESULTS, stored, "north", 79L));
    }

    @Test
    void opensNothingWithoutTheKeyOrTouched() throws IOException {
        String stored = with(1).seal(SealedColumn.RESULTS, CLEAR, "north", 7L, 9L);
        SealedColumns other = with(2);
        refuses(() -> open(other, stored));
        refuses(() -> open(SealedColumns.off(), stored));
        SealedColumns columns = with(1);
        for (int at = SealedColumns.MARK.length(); at < stored.length(); at++) {
            char[] touched = stored.toCharArray();
            touched[at] = touched[at] == 'A' ? 'B' : 'A';
            String changed = new String(touched);
            refuses(() -> open(columns, changed));
        }
        refuses(() -> open(columns, SealedColumns.MARK));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOf(SealedValueException.class)
                .hasMessageContaining("ENCRYPTION_KEY_FILE")
                .hasMessageNotContaining("diabetes");
    }
}
