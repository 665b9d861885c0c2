package ai.meddoc.server.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds; written last, so that a folder without one is none.
 *
 * @param nextIds the last number given in each table that numbers its rows; no number is given twice
 * @param gone keys of files that were deleted while the backup was made: their documents do not come back
 * @param auditAnchor the end of the audit trail's chain
 */
record Manifest(
        int format,
        String madeAt,
        List<Rows> tables,
        Map<String, Long> nextIds,
        long files,
        long bytes,
        List<String> gone,
        String auditAnchor) {

    static final int FORMAT = 1;
    private static final String NAME = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    Manifest {
        tables = List.copyOf(tables);
        nextIds = Map.copyOf(nextIds);
        gone = List.copyOf(gone);
    }

    /** @param sum of all lines, in any order */
    record Rows(String table, List<String> columns, long rows, String sum) {

        Rows {
            columns = List.copyOf(columns);
        }

        Table asTable() {
            return new Table(table, columns);
        }
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** @throws IOException if the folder holds no backup that this version reads */
    static Manifest read(Path folder) throws IOException {
        try {
            Manifest manifest = JSON.readValue(Files.readString(folder.resolve(NAME)), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new IOException("the backup has a format that this version does not read");
            }
            return manifest;
        } catch (NoSuchFileException e) {
            throw new IOException("the folder holds no backup: it has no manifest", e);
        } catch (JsonProcessingException e) {
            throw new IOException("the backup's manifest is damaged", e);
        }
    }

    long rows() {
        return tables.stream().mapToLong(Rows::rows).sum();
    }
}
