package ai.meddoc.infra.access;

import ai.meddoc.infra.config.DomainConfig;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.CfnUserPoolGroup;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolDomain;
import software.constructs.Construct;

/**
 * Who people are: a Cognito user pool as the OIDC provider, a second factor required, nobody signs up by themselves. What
 * somebody may do follows from groups, one for each role of the program (docs/security.md). A hospital's own provider
 * (Auth0, Entra ID, SAML) is added to the pool as an identity provider.
 */
public final class SignIn extends Construct {

    /** The program's roles. */
    public static final List<String> ROLES = List.of("admin", "auditor", "coder", "provider", "viewer");

    private static final int SESSION_HOURS = 8;

    private final UserPool pool;
    private final UserPoolClient client;
    private final UserPoolDomain domain;

    public SignIn(Construct scope, String id, EnvironmentConfig config) {
        super(scope, id);
        pool = UserPool.Builder.create(this, "Pool")
                .userPoolName(config.named("people"))
                .selfSignUpEnabled(false)
                .signInAliases(SignInAliases.builder().email(true).build())
                .mfa(Mfa.REQUIRED)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .passwordPolicy(passwords())
                .accountRecovery(AccountRecovery.EMAIL_ONLY)
                .featurePlan(FeaturePlan.PLUS)
                .standardThreatProtectionMode(StandardThreatProtectionMode.FULL_FUNCTION)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        client = UserPoolClient.Builder.create(this, "Client")
                .userPool(pool)
                .userPoolClientName(config.named("web"))
                // A public client with PKCE: a secret less to rotate.
                .generateSecret(false)
                .preventUserExistenceErrors(true)
                .enableTokenRevocation(true)
                .accessTokenValidity(Duration.hours(1))
                .idTokenValidity(Duration.hours(1))
                .refreshTokenValidity(Duration.hours(SESSION_HOURS))
                .oAuth(codeFlow(config.domain()))
                .build();
        domain = UserPoolDomain.Builder.create(this, "Domain")
                .userPool(pool)
                .cognitoDomain(CognitoDomainOptions.builder()
                        .domainPrefix(config.named(Stack.of(this).getAccount()))
                        .build())
                .build();
        ROLES.forEach(role -> CfnUserPoolGroup.Builder.create(this, role)
                .userPoolId(pool.getUserPoolId())
                .groupName(role)
                .build());
    }

    public UserPool pool() {
        return pool;
    }

    public UserPoolClient client() {
        return client;
    }

    public UserPoolDomain domain() {
        return domain;
    }

    /** The issuer named in every token. */
    public String issuer() {
        return "https://cognito-idp." + Stack.of(this).getRegion() + ".amazonaws.com/" + pool.getUserPoolId();
    }

    private static PasswordPolicy passwords() {
        return PasswordPolicy.builder()
                .minLength(12)
                .requireLowercase(true)
                .requireUppercase(true)
                .requireDigits(true)
                .requireSymbols(true)
                .tempPasswordValidity(Duration.days(3))
                .build();
    }

    private static OAuthSettings codeFlow(DomainConfig domain) {
        return OAuthSettings.builder()
                .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                .scopes(List.of(OAuthScope.OPENID, OAuthScope.EMAIL))
                .callbackUrls(List.of(domain.origin() + "/api/session/provider/callback"))
                .logoutUrls(List.of(domain.origin() + "/app"))
                .build();
    }
}
