package ai.meddoc.server.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Files in 256 folders, named by 128 random bits. A file gets its name only when its bytes are on the disk, so that a
 * crash leaves an unnamed leftover and never half a document. Thread-safe.
 */
public final class DiskBlobStore implements BlobStore {

    private final Path root;
    private final Path incoming;

    /** @throws IOException if the folders cannot be made or written */
    public DiskBlobStore(Path root) throws IOException {
        this.root = root;
        this.incoming = root.resolve("incoming");
        Files.createDirectories(incoming);
        Path probe = Files.createTempFile(incoming, "probe", null);
        Files.delete(probe);
    }

    @Override
    public Path incoming() {
        return incoming;
    }

    @Override
    public String put(Path file) throws IOException {
        String key = BlobKey.random();
        keep(file, key);
        return key;
    }

    @Override
    public void putBack(Path file, String key) throws IOException {
        if (Files.exists(path(key))) {
            throw new FileAlreadyExistsException(key);
        }
        keep(file, key);
    }

    @Override
    public void replace(Path file, String key) throws IOException {
        keep(file, BlobKey.check(key));
    }

    private void keep(Path file, String key) throws IOException {
        Path kept = root.resolve(key);
        Path shard = root.resolve(key.substring(0, 2));
        sync(file);
        if (!Files.isDirectory(shard)) {
            Files.createDirectories(shard);
            sync(root);
        }
        Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
        sync(shard);
    }

    private static void sync(Path path) throws IOException {
        // A folder can be opened for reading only; forcing it makes the new name durable.
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!folder || !System.getProperty("os.name", "").startsWith("Windows")) {
                throw e;
            }
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public void each(Consumer<StoredBlob> visitor) throws IOException {
        try (DirectoryStream<Path> shards = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
            for (Path shard : shards) {
                eachOf(shard, visitor);
            }
        }
    }

    private void eachOf(Path shard, Consumer<StoredBlob> visitor) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shard)) {
            for (Path file : files) {
                String key = shard.getFileName() + "/" + file.getFileName();
                if (BlobKey.is(key)) {
                    visitor.accept(
                            new StoredBlob(key, Files.getLastModifiedTime(file).toInstant()));
                }
            }
        } catch (NoSuchFileException e) {
            // Deleted by another while this looked.
        }
    }

    @Override
    public boolean has(String key) {
        return Files.exists(path(key));
    }

    @Override
    public boolean isReady() {
        return Files.isWritable(incoming);
    }

    private Path path(String key) {
        return root.resolve(BlobKey.check(key));
    }
}
