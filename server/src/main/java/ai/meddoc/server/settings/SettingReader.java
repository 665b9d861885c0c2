package ai.meddoc.server.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single settings and says in one line what is wrong with one. */
final class SettingReader {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]++");

    private final Environment environment;

    SettingReader(Environment environment) {
        this.environment = environment;
    }

    String text(String name, String otherwise) {
        return environment.get(name).orElse(otherwise);
    }

    void refuse(String name, String why) {
        if (environment.get(name).isPresent()) {
            throw new SettingsException(name + ": " + why);
        }
    }

    boolean flag(String name, boolean otherwise) {
        return switch (text(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new SettingsException(name + " must be true or false");
        };
    }

    int number(String name, int otherwise, int least, int most) {
        String text = text(name, String.valueOf(otherwise));
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the sentence that covers both.
        }
        throw new SettingsException(name + " must be a whole number from " + least + " to " + most);
    }

    /** A path that need not be set. */
    @Nullable Path file(String name) {
        return text(name, "").isEmpty() ? null : folder(name, "");
    }

    /** Absolute; a leading {@code ~/} is the user's home, as in a shell. */
    Path folder(String name, String otherwise) {
        String text = text(name, otherwise);
        try {
            return (text.startsWith("~/")
                            ? Path.of(System.getProperty("user.home", "."), text.substring(2))
                            : Path.of(text))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new SettingsException(name + " must be the path of a folder");
        }
    }

    /** Of a server, or null where none is set. */
    @Nullable URI address(String name) {
        String text = text(name, "");
        if (text.isEmpty()) {
            return null;
        }
        if (!ORIGIN.matcher(text).matches() || !hasHost(text)) {
            throw new SettingsException(name + " must be an address such as https://s3.example.org:9000");
        }
        return URI.create(text);
    }

    /** Comma-separated. */
    List<String> words(String name) {
        return Arrays.stream(text(name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Comma-separated, each exactly as browsers send it: scheme, host and port, no path, no wildcard. */
    List<String> origins(String name) {
        return words(name).stream().map(o -> origin(name, o)).toList();
    }

    private static String origin(String name, String origin) {
        String bare = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
        if (!ORIGIN.matcher(bare).matches() || !hasHost(bare)) {
            throw new SettingsException(
                    name + " must list origins such as https://app.example.org, parted by commas, without wildcards");
        }
        return bare.toLowerCase(Locale.ROOT);
    }

    private static boolean hasHost(String origin) {
        try {
            return URI.create(origin).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
