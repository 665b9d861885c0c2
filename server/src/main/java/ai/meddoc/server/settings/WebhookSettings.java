package ai.meddoc.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is told that a job ended. Immutable.
 *
 * @param urls the receivers; empty for nobody
 * @param secret signs what they are told
 * @param reach to which addresses the names of the receivers may lead
 */
public record WebhookSettings(List<URI> urls, Optional<String> secret, Reach reach) {

    private static final int LEAST_SECRET = 32;

    /** Which networks a receiver may be in; each holds those before it. */
    public enum Reach {
        PUBLIC,
        PRIVATE,
        /** This machine too, there without TLS. */
        LOOPBACK
    }

    public WebhookSettings {
        urls = List.copyOf(urls);
    }

    static WebhookSettings read(SettingReader reader) {
        Reach reach = reach(reader.text("WEBHOOK_REACH", "public"));
        List<URI> urls = reader.words("WEBHOOK_URLS").stream()
                .map(word -> url(word, reach))
                .toList();
        String secret = reader.text("WEBHOOK_SECRET", "");
        if (!urls.isEmpty() && secret.length() < LEAST_SECRET) {
            throw new SettingsException(
                    "WEBHOOK_SECRET must have at least " + LEAST_SECRET + " characters where WEBHOOK_URLS is set");
        }
        return new WebhookSettings(urls, secret.isEmpty() ? Optional.empty() : Optional.of(secret), reach);
    }

    private static Reach reach(String word) {
        return switch (word) {
            case "public" -> Reach.PUBLIC;
            case "private" -> Reach.PRIVATE;
            case "loopback" -> Reach.LOOPBACK;
            default -> throw new SettingsException("WEBHOOK_REACH must be public, private or loopback");
        };
    }

    private static URI url(String word, Reach reach) {
        try {
            URI url = URI.create(word);
            boolean tls = "https".equals(url.getScheme());
            boolean here = "http".equals(url.getScheme()) && reach == Reach.LOOPBACK && isHere(url.getHost());
            if (url.getHost() != null && (tls || here) && url.getUserInfo() == null && url.getFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the sentence.
        }
        throw new SettingsException("WEBHOOK_URLS must list addresses such as https://ehr.example.org/meddoc, parted by"
                + " commas; http only on this machine with WEBHOOK_REACH=loopback");
    }

    private static boolean isHere(@Nullable String host) {
        return host != null && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
    }

    /** Prints no secret and no address, which may hold one. */
    @Override
    public String toString() {
        return "WebhookSettings[" + urls.size() + " receivers]";
    }
}
