package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tokens of one OpenID provider. Whatever is not exactly as expected is refused. Thread-safe. */
final class Tokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Headers that name or carry a key: ours come from the provider alone. */
    private static final Set<String> FOREIGN_KEYS = Set.of("jku", "x5u", "jwk", "x5c", "x5t", "x5t#S256");

    /** Names that are looked up in a list, never used as a path or in a query. */
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._~+=:@-]{1,200}");

    private static final int LONGEST = 12_000;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Claims claims;

    Tokens(Claims claims, ProviderKeys keys) {
        this.claims = claims;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((set, context) -> claims.verify(set));
    }

    /**
     * A token that holds.
     *
     * @param nonce what binds it to one attempt to sign in; empty where it has none
     */
    record Valid(Caller caller, long expiresAt, String nonce) {}

    /**
     * Checks a token.
     *
     * @return empty for one that does not hold, for whatever cause
     * @throws ProblemException if the provider's keys cannot be had
     */
    Optional<Valid> check(String token) {
        try {
            SignedJWT jwt = parsed(token);
            JWTClaimsSet set = processor.process(jwt, null);
            Actor actor = new Actor(claims.tenant(set), set.getSubject(), Actor.Kind.TOKEN);
            Caller caller =
                    Caller.withRoles(actor, claims.roles(set), credential(jwt)).called(Claims.label(set));
            String nonce = set.getClaim("nonce") instanceof String text ? text : "";
            return Optional.of(new Valid(caller, set.getExpirationTime().getTime(), nonce));
        } catch (RateLimitReachedException e) {
            // A key that the provider did not have a moment ago.
            return Optional.empty();
        } catch (KeySourceException e) {
            throw new ProblemException(
                    ProblemType.SIGN_IN_UNAVAILABLE,
                    "The OpenID provider does not answer; try again in a few seconds.");
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SignedJWT parsed(String token) throws ParseException, BadJOSEException {
        if (token.length() > LONGEST) {
            throw new BadJOSEException("too long");
        }
        SignedJWT jwt = SignedJWT.parse(token);
        JWSHeader header = jwt.getHeader();
        if (header.getCriticalParams() != null || namesForeignKey(header) || !header.isBase64URLEncodePayload()) {
            throw new BadJOSEException("a header that is not taken");
        }
        if (header.getKeyID() == null || !KEY_ID.matcher(header.getKeyID()).matches()) {
            throw new BadJOSEException("no usable kid");
        }
        return jwt;
    }

    private static boolean namesForeignKey(Header header) {
        return header.getIncludedParams().stream().anyMatch(FOREIGN_KEYS::contains);
    }

    /** Of what is signed alone: the signature's text has several forms that all hold. */
    private static String credential(SignedJWT jwt) {
        return Secrets.hash(new String(jwt.getSigningInput(), java.nio.charset.StandardCharsets.US_ASCII));
    }
}
