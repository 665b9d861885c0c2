package ai.meddoc.server.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class DiskBlobStoreTest extends BlobStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    BlobStore store() throws IOException {
        return new DiskBlobStore(folder);
    }

    @Override
    void damage(String key, byte[] bytes) throws IOException {
        Files.write(folder.resolve(key), bytes);
    }
}
