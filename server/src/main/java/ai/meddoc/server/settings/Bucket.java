package ai.meddoc.server.settings;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where S3 keeps the files. Region and credentials come from the SDK's own chain (role, environment, profile), never from
 * a setting.
 *
 * @param name the bucket's name
 * @param prefix what all keys start with; empty, or ending with a slash
 * @param endpoint of an S3-compatible server; null: AWS
 * @param kms the key for server-side encryption; null: the bucket's default
 */
public record Bucket(
        String name,
        String prefix,
        @Nullable URI endpoint,
        @Nullable String kms) {

    /** As AWS allows it. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    public Optional<String> kmsKey() {
        return Optional.ofNullable(kms);
    }

    static @Nullable Bucket read(SettingReader reader) {
        String name = reader.text("STORAGE_BUCKET", "");
        String prefix = reader.text("STORAGE_PREFIX", "");
        URI endpoint = reader.address("STORAGE_ENDPOINT");
        String kms = reader.text("STORAGE_KMS_KEY", "");
        if (name.isEmpty()) {
            return null;
        }
        if (!NAME.matcher(name).matches()) {
            throw new SettingsException(
                    "STORAGE_BUCKET must be the name of a bucket: 3 to 63 of a-z, 0-9, dot and hyphen");
        }
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return new Bucket(name, folder, endpoint, kms.isEmpty() ? null : kms);
    }
}
