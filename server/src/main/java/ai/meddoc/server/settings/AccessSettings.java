package ai.meddoc.server.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who may call, and how often. Immutable.
 *
 * @param localUsers whether people sign in with a name and a password kept here
 * @param setupToken proves whoever makes the first administrator to be the operator
 * @param sessionIdle after how long without a request a session ends
 * @param sessionLife after how long a session ends in any case
 * @param oidc whose tokens are taken
 * @param oidcClient our own registration there, with which people sign in by a browser
 * @param requestsPerMinute of one user or API key; an address has ten times as many, since it may be a proxy's
 * @param uploadsPerDay of one tenant; 0 for no limit
 * @param trustedProxies whose word on the caller's address is taken
 * @param auditKey seals the audit trail; made and kept in a file where there is none
 */
public record AccessSettings(
        boolean localUsers,
        Optional<String> setupToken,
        Duration sessionIdle,
        Duration sessionLife,
        Optional<Oidc> oidc,
        Optional<OidcClient> oidcClient,
        int requestsPerMinute,
        int uploadsPerDay,
        List<String> trustedProxies,
        Optional<String> auditKey) {

    private static final int LEAST_SECRET = 32;

    public AccessSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * An OpenID provider.
     *
     * @param issuer exactly as its tokens name it
     * @param audience for whom its tokens must be
     * @param rolesClaim the path of the claim with the roles, with dots
     * @param tenantClaim the same for the tenant; none means that all are of one
     */
    public record Oidc(URI issuer, String audience, String rolesClaim, Optional<String> tenantClaim) {}

    /**
     * Our own registration at the provider.
     *
     * @param publicUrl where browsers reach this server
     */
    public record OidcClient(String id, Optional<String> secret, URI publicUrl) {

        /** Where the provider sends browsers back to; it must be registered there. */
        public String callback() {
            return publicUrl + "/api/session/provider/callback";
        }

        /** Prints no secret. */
        @Override
        public String toString() {
            return "OidcClient[" + publicUrl + "]";
        }
    }

    static AccessSettings read(SettingReader reader) {
        return new AccessSettings(
                reader.flag("LOCAL_USERS", false),
                secret(reader, "SETUP_TOKEN"),
                Duration.ofMinutes(reader.number("SESSION_IDLE_MINUTES", 15, 1, 1440)),
                Duration.ofHours(reader.number("SESSION_HOURS", 12, 1, 168)),
                oidc(reader),
                oidcClient(reader),
                reader.number("REQUESTS_PER_MINUTE", 600, 1, 1_000_000),
                reader.number("UPLOADS_PER_DAY", 0, 0, 10_000_000),
                reader.words("TRUSTED_PROXIES"),
                secret(reader, "AUDIT_KEY"));
    }

    /** Whether callers have to say who they are. */
    public boolean signIn() {
        return localUsers || oidc.isPresent();
    }

    private static Optional<String> secret(SettingReader reader, String name) {
        String text = reader.text(name, "");
        if (!text.isEmpty() && text.length() < LEAST_SECRET) {
            throw new SettingsException(name + " must have at least " + LEAST_SECRET + " characters");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<Oidc> oidc(SettingReader reader) {
        String issuer = reader.text("OIDC_ISSUER", "");
        String audience = reader.text("OIDC_AUDIENCE", "");
        String roles = reader.text("OIDC_ROLES_CLAIM", "roles");
        String tenant = reader.text("OIDC_TENANT_CLAIM", "");
        if (issuer.isEmpty() != audience.isEmpty()) {
            throw new SettingsException("OIDC_ISSUER and OIDC_AUDIENCE must be set together");
        }
        return issuer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Oidc(
                        issuer(issuer), audience, roles, tenant.isEmpty() ? Optional.empty() : Optional.of(tenant)));
    }

    private static Optional<OidcClient> oidcClient(SettingReader reader) {
        String id = reader.text("OIDC_CLIENT_ID", "");
        String secret = reader.text("OIDC_CLIENT_SECRET", "");
        URI publicUrl = reader.address("PUBLIC_URL");
        if (id.isEmpty()) {
            reader.refuse("OIDC_CLIENT_SECRET", "set OIDC_CLIENT_ID too");
            return Optional.empty();
        }
        if (publicUrl == null) {
            throw new SettingsException("OIDC_CLIENT_ID needs PUBLIC_URL, where browsers reach this server, and"
                    + " OIDC_ISSUER with OIDC_AUDIENCE");
        }
        if (reader.text("OIDC_ISSUER", "").isEmpty()) {
            throw new SettingsException("OIDC_CLIENT_ID needs OIDC_ISSUER and OIDC_AUDIENCE");
        }
        return Optional.of(new OidcClient(id, secret.isEmpty() ? Optional.empty() : Optional.of(secret), publicUrl));
    }

    /** Keys that come unencrypted from elsewhere could be anybody's. */
    private static URI issuer(String text) {
        try {
            URI uri = URI.create(text);
            boolean local = "http".equals(uri.getScheme())
                    && ("127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost()));
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || local) && uri.getQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the sentence.
        }
        throw new SettingsException("OIDC_ISSUER must be an address such as https://login.example.org/realms/hospital");
    }

    /** Prints no secret. */
    @Override
    public String toString() {
        return "AccessSettings[localUsers=" + localUsers + ", oidc=" + oidc.isPresent() + "]";
    }
}
