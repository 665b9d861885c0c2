package ai.meddoc.server.access;

import ai.meddoc.server.settings.AccessSettings.Oidc;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a token says, and whether it may be believed. */
final class Claims {

    private static final long SKEW_MILLIS = 30_000;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_LABEL = 100;
    private static final List<String> LABELS = List.of("preferred_username", "email", "name");
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    /** Keycloak's claim typ: tokens that are not there to call with. */
    private static final Set<String> NOT_FOR_CALLS = Set.of("Refresh", "Offline", "Logout", "ID");

    private static final Set<String> NOT_FOR_SIGNING_IN = Set.of("Refresh", "Offline", "Logout", "Bearer");

    private static final String ROLE_PREFIX = "meddoc-";

    private final Oidc oidc;
    private final Set<String> refused;
    private final String use;

    private Claims(Oidc oidc, Set<String> refused, String use) {
        this.oidc = oidc;
        this.refused = refused;
        this.use = use;
    }

    /** Of tokens that come with calls. */
    static Claims ofCalls(Oidc oidc) {
        return new Claims(oidc, NOT_FOR_CALLS, "access");
    }

    /** Of tokens that say who signed in; their audience is our client. */
    static Claims ofSignIns(Oidc oidc) {
        return new Claims(oidc, NOT_FOR_SIGNING_IN, "id");
    }

    void verify(JWTClaimsSet set) throws BadJWTException {
        long now = System.currentTimeMillis();
        String subject = set.getSubject();
        require(oidc.issuer().toString().equals(set.getIssuer()), "iss");
        require(isForUs(set), "aud");
        require(subject != null && isName(subject), "sub");
        require(set.getExpirationTime() != null && set.getExpirationTime().getTime() > now - SKEW_MILLIS, "exp");
        require(isPast(set.getNotBeforeTime(), now), "nbf");
        require(isPast(set.getIssueTime(), now), "iat");
        require(!(set.getClaim("typ") instanceof String type && refused.contains(type)), "typ");
        require(isOfUse(set), "token_use");
        require(isOfParty(set), "azp");
        require(oidc.tenantClaim().isEmpty() || tenantClaim(set).isPresent(), "tenant");
    }

    /** Cognito's say what they are there for; its ID tokens are taken with calls too, since they name their audience. */
    private boolean isOfUse(JWTClaimsSet set) {
        Object said = set.getClaim("token_use");
        return said == null || use.equals("access") || use.equals(said);
    }

    /** Who asked for an ID token must be us where it says so, and must be said where others may read it too. */
    private boolean isOfParty(JWTClaimsSet set) {
        Object party = set.getClaim("azp");
        return use.equals("access")
                || (party == null
                        ? set.getAudience().size() == 1
                        : oidc.audience().equals(party));
    }

    /** Cognito's access tokens name their audience in client_id. */
    private boolean isForUs(JWTClaimsSet set) {
        boolean named = set.getAudience().contains(oidc.audience());
        return named
                || (set.getAudience().isEmpty()
                        && use.equals("access")
                        && "access".equals(set.getClaim("token_use"))
                        && oidc.audience().equals(set.getClaim("client_id")));
    }

    private static boolean isName(String subject) {
        return !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isPast(@Nullable Date time, long now) {
        return time == null || time.getTime() <= now + SKEW_MILLIS;
    }

    private static void require(boolean holds, String claim) throws BadJWTException {
        if (!holds) {
            throw new BadJWTException(claim);
        }
    }

    /** What the organisation calls a person; empty where it does not say, or says what nobody could read. */
    static String label(JWTClaimsSet set) {
        return LABELS.stream()
                .map(set::getClaim)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.length() <= LONGEST_LABEL && isName(text))
                .findFirst()
                .orElse("");
    }

    String tenant(JWTClaimsSet set) {
        return tenantClaim(set).orElse(Caller.DEFAULT_TENANT);
    }

    private Optional<String> tenantClaim(JWTClaimsSet set) {
        return oidc.tenantClaim()
                .map(path -> at(set.getClaims(), path))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> TENANT.matcher(name).matches());
    }

    /** Groups may carry the program's name, so that they can be told from those of others. */
    Set<Role> roles(JWTClaimsSet set) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        names(at(set.getClaims(), oidc.rolesClaim()))
                .map(name -> name.startsWith(ROLE_PREFIX) ? name.substring(ROLE_PREFIX.length()) : name)
                .forEach(name -> Role.fromWireName(name).ifPresent(roles::add));
        return roles;
    }

    private static Stream<String> names(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> list ->
                list.stream().filter(String.class::isInstance).map(String.class::cast);
            case String text -> Arrays.stream(text.split("[ ,]+"));
            case null, default -> Stream.empty();
        };
    }

    /** By the whole name first, since Auth0's claims are addresses and hold dots. */
    private static @Nullable Object at(Map<String, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object found = claims;
        for (String name : List.of(path.split("\\."))) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }
}
