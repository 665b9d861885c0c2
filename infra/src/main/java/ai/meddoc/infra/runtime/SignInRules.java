package ai.meddoc.infra.runtime;

import ai.meddoc.infra.access.SignIn;
import java.util.List;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.ActionProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.AuthenticateCognitoConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.HttpHeaderConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.JwtValidationConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.PathPatternConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.RedirectConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.RuleConditionProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.constructs.Construct;

/**
 * Who gets through the load balancer: health checks; programs with a token of our issuer; people signed in. A browser
 * goes to {@code /api/sign-in} once; a call without a session is answered 401 and never led to a page.
 */
final class SignInRules {

    private static final int SESSION_SECONDS = 8 * 3600;

    private final SignIn signIn;
    private final CfnTargetGroup targets;

    SignInRules(SignIn signIn, CfnTargetGroup targets) {
        this.signIn = signIn;
        this.targets = targets;
    }

    /** For every request that no rule took. */
    List<CfnListener.ActionProperty> others() {
        return List.of(
                CfnListener.ActionProperty.builder()
                        .type("authenticate-cognito")
                        .order(1)
                        .authenticateCognitoConfig(CfnListener.AuthenticateCognitoConfigProperty.builder()
                                .userPoolArn(signIn.pool().getUserPoolArn())
                                .userPoolClientId(signIn.client().getUserPoolClientId())
                                .userPoolDomain(signIn.domain().getDomainName())
                                .onUnauthenticatedRequest("deny")
                                .scope("openid email")
                                .sessionTimeout(String.valueOf(SESSION_SECONDS))
                                .build())
                        .build(),
                CfnListener.ActionProperty.builder()
                        .type("forward")
                        .order(2)
                        .targetGroupArn(targets.getRef())
                        .build());
    }

    void attach(Construct scope, String listener) {
        rule(scope, "Health", listener)
                .priority(10)
                .conditions(List.of(paths("/health", "/api/health")))
                .actions(List.of(forward(1)))
                .build();
        rule(scope, "Programs", listener)
                .priority(20)
                .conditions(List.of(RuleConditionProperty.builder()
                        .field("http-header")
                        .httpHeaderConfig(HttpHeaderConfigProperty.builder()
                                .httpHeaderName("Authorization")
                                .values(List.of("Bearer *"))
                                .build())
                        .build()))
                .actions(List.of(validToken(), forward(2)))
                .build();
        rule(scope, "SignIn", listener)
                .priority(30)
                .conditions(List.of(paths("/api/sign-in", "/sign-in")))
                .actions(List.of(page(), toApp()))
                .build();
    }

    private static CfnListenerRule.Builder rule(Construct scope, String id, String listener) {
        return CfnListenerRule.Builder.create(scope, id).listenerArn(listener);
    }

    private static RuleConditionProperty paths(String... paths) {
        return RuleConditionProperty.builder()
                .field("path-pattern")
                .pathPatternConfig(PathPatternConfigProperty.builder()
                        .values(List.of(paths))
                        .build())
                .build();
    }

    private ActionProperty forward(int order) {
        return ActionProperty.builder()
                .type("forward")
                .order(order)
                .targetGroupArn(targets.getRef())
                .build();
    }

    private ActionProperty validToken() {
        return ActionProperty.builder()
                .type("jwt-validation")
                .order(1)
                .jwtValidationConfig(JwtValidationConfigProperty.builder()
                        .issuer(signIn.issuer())
                        .jwksEndpoint(signIn.issuer() + "/.well-known/jwks.json")
                        .build())
                .build();
    }

    private ActionProperty page() {
        return ActionProperty.builder()
                .type("authenticate-cognito")
                .order(1)
                .authenticateCognitoConfig(AuthenticateCognitoConfigProperty.builder()
                        .userPoolArn(signIn.pool().getUserPoolArn())
                        .userPoolClientId(signIn.client().getUserPoolClientId())
                        .userPoolDomain(signIn.domain().getDomainName())
                        .onUnauthenticatedRequest("authenticate")
                        .scope("openid email")
                        .sessionTimeout(SESSION_SECONDS)
                        .build())
                .build();
    }

    private static ActionProperty toApp() {
        return ActionProperty.builder()
                .type("redirect")
                .order(2)
                .redirectConfig(RedirectConfigProperty.builder()
                        .path("/app/")
                        .statusCode("HTTP_302")
                        .build())
                .build();
    }
}
