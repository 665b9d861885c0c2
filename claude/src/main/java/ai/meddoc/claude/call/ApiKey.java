package ai.meddoc.claude.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the key comes from, read anew for every call so that it can be changed without a restart. Never prints the key.
 * Thread-safe if its source is.
 */
public final class ApiKey {

    private final Supplier<@Nullable String> source;

    private ApiKey(Supplier<@Nullable String> source) {
        this.source = source;
    }

    /** A key that is asked for again at every call; null or blank when there is none. */
    public static ApiKey from(Supplier<@Nullable String> source) {
        return new ApiKey(source);
    }

    public static ApiKey of(@Nullable String key) {
        return new ApiKey(() -> key);
    }

    /** The content of a file, as secret stores mount them. */
    public static ApiKey inFile(Path file) {
        return new ApiKey(() -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                return null;
            }
        });
    }

    public Optional<String> read() {
        String key = source.get();
        return key == null || key.isBlank() ? Optional.empty() : Optional.of(key.strip());
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
