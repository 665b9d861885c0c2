package ai.meddoc.server.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place of the chain, noted outside the database: {@code SEQ:MAC}. A chain that was cut before it, or made anew, does
 * not hold it any more.
 */
public record AuditAnchor(long seq, String mac) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64}|)");

    public static Optional<AuditAnchor> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new AuditAnchor(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    static Optional<AuditAnchor> kept(Path file) throws IOException {
        return Files.exists(file) ? parse(Files.readString(file)) : Optional.empty();
    }

    void keep(Path file) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "anchor", null);
        Files.writeString(fresh, this + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return seq + ":" + mac;
    }
}
