package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Templates;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Who may do what: people, roles, workflows. */
final class AccessLines {

    private AccessLines() {}

    static List<Line> all() {
        return List.of(
                Line.everywhere("people sign in by OIDC with a second factor; nobody signs up", AccessLines::signIn),
                Line.everywhere("the program lets nobody in without an identity", AccessLines::identity),
                Line.everywhere("a group for each role of the program", AccessLines::groups),
                Line.everywhere("a browser signs in by the code flow, back to our own page", AccessLines::browser),
                Line.everywhere("GitHub by OIDC: one repository, one environment, no keys", AccessLines::github),
                Line.everywhere("every role has exactly its managed policies, written out", AccessLines::roles),
                Line.everywhere(
                        "workflows may put the web app in place and clear CloudFront's copies",
                        t -> assertThat(t.one("AWS::IAM::ManagedPolicy", "WebDelivery")
                                        .text("PolicyDocument"))
                                .contains("cloudfront:CreateInvalidation")
                                .contains("kms:GenerateDataKey")),
                Line.everywhere("images: tags never move, scanned, encrypted, kept for a roll-back", t -> {
                    Resource images = t.one("AWS::ECR::Repository");
                    assertThat(images.text("ImageTagMutability")).isEqualTo("IMMUTABLE");
                    assertThat(images.text("ImageScanningConfiguration.ScanOnPush"))
                            .isEqualTo("true");
                    assertThat(images.text("EncryptionConfiguration")).contains("DataKey");
                    assertThat(images.text("LifecyclePolicy")).contains("imageCountMoreThan");
                }));
    }

    /** All actions that the policies attached to a role allow. */
    static Set<String> allowed(Templates t, Resource role) {
        Set<String> actions = new TreeSet<>();
        for (Resource policy : t.all("AWS::IAM::ManagedPolicy")) {
            if (policy.refersTo("Roles", role)) {
                for (JsonNode statement : policy.list("PolicyDocument.Statement")) {
                    JsonNode action = statement.path("Action");
                    if (action.isTextual()) {
                        actions.add(action.asText());
                    }
                    action.forEach(a -> actions.add(a.asText()));
                }
            }
        }
        return actions;
    }

    private static void signIn(Templates t) {
        Resource pool = t.one("AWS::Cognito::UserPool");
        assertThat(pool.text("MfaConfiguration")).isEqualTo("ON");
        assertThat(pool.text("EnabledMfas")).isEqualTo("[\"SOFTWARE_TOKEN_MFA\"]");
        assertThat(pool.text("AdminCreateUserConfig.AllowAdminCreateUserOnly")).isEqualTo("true");
        assertThat(pool.at("Policies.PasswordPolicy.MinimumLength").asInt()).isGreaterThanOrEqualTo(12);
        assertThat(pool.text("DeletionProtection")).isEqualTo("ACTIVE");
        Resource client = t.one("AWS::Cognito::UserPoolClient");
        assertThat(client.refersTo("UserPoolId", pool)).isTrue();
        assertThat(client.text("AllowedOAuthFlows")).isEqualTo("[\"code\"]");
        assertThat(client.text("PreventUserExistenceErrors")).isEqualTo("ENABLED");
        assertThat(t.one("AWS::Cognito::UserPoolDomain").refersTo("UserPoolId", pool))
                .isTrue();
    }

    private static void identity(Templates t) {
        Resource client = t.one("AWS::Cognito::UserPoolClient");
        assertThat(RuntimeLines.setting(t, "OIDC_ISSUER")).contains("https://cognito-idp.");
        assertThat(RuntimeLines.setting(t, "OIDC_AUDIENCE")).contains(client.id());
        assertThat(RuntimeLines.setting(t, "OIDC_ROLES_CLAIM")).contains("cognito:groups");
        assertThat(RuntimeLines.setting(t, "ALLOW_UNAUTHENTICATED")).isEmpty();
        for (Resource https : t.all("AWS::ElasticLoadBalancingV2::Listener")) {
            if (https.text("Port").equals("443")) {
                assertThat(https.text("DefaultActions.0.Type")).isEqualTo("forward");
            }
        }
    }

    private static void groups(Templates t) {
        Resource pool = t.one("AWS::Cognito::UserPool");
        assertThat(t.all("AWS::Cognito::UserPoolGroup"))
                .allMatch(g -> g.refersTo("UserPoolId", pool))
                .extracting(g -> g.text("GroupName"))
                .containsExactlyInAnyOrderElementsOf(roles());
    }

    /** As the server has them. */
    private static List<String> roles() {
        Path file = Path.of("..", "server", "src", "main", "java", "ai", "meddoc", "server", "access", "Role.java");
        try {
            return Pattern.compile("^ {4}([A-Z]+)\\(", Pattern.MULTILINE)
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void browser(Templates t) {
        Resource client = t.one("AWS::Cognito::UserPoolClient");
        String page = RuntimeLines.setting(t, "PUBLIC_URL");
        assertThat(RuntimeLines.setting(t, "OIDC_CLIENT_ID")).contains(client.id());
        assertThat(page).startsWith("https://");
        assertThat(client.text("CallbackURLs"))
                .matches("\\[\"https://[a-z.]+/api/session/provider/callback\"]")
                .contains(t.one("AWS::CloudFront::Distribution")
                        .list("DistributionConfig.Aliases")
                        .getFirst()
                        .asText());
        assertThat(client.text("GenerateSecret")).isEqualTo("false");
        assertThat(client.text("AllowedOAuthScopes")).contains("openid");
    }

    private static void github(Templates t) {
        Resource provider = t.one("AWS::IAM::OIDCProvider");
        assertThat(provider.text("Url")).isEqualTo("https://token.actions.githubusercontent.com");
        Resource role = t.one("AWS::IAM::Role", "GithubAccess");
        assertThat(role.refersTo("AssumeRolePolicyDocument", provider)).isTrue();
        assertThat(role.text("AssumeRolePolicyDocument"))
                .contains("\"token.actions.githubusercontent.com:sub\":\"repo:")
                .contains(":environment:")
                .doesNotContain("StringLike");
        assertThat(t.all("AWS::IAM::AccessKey")).isEmpty();
        assertThat(t.all("AWS::IAM::User")).isEmpty();
        assertThat(allowed(t, role)).contains("ecr:PutImage", "sts:AssumeRole", "cloudformation:DescribeStacks");
    }

    private static void roles(Templates t) {
        for (Resource role : t.all("AWS::IAM::Role")) {
            assertThat(allowed(t, role)).as("%s", role).isNotEmpty().noneMatch(a -> a.equals("*") || a.endsWith(":*"));
            assertThat(role.at("Policies").isMissingNode())
                    .as("%s inline", role)
                    .isTrue();
            assertThat(role.at("ManagedPolicyArns").isMissingNode())
                    .as("%s AWS's own", role)
                    .isTrue();
        }
        for (Resource policy : t.all("AWS::IAM::ManagedPolicy")) {
            assertThat(policy.id().startsWith("WebDelivery")
                            || t.all("AWS::IAM::Role").stream().anyMatch(r -> policy.refersTo("Roles", r)))
                    .as("%s is somebody's", policy)
                    .isTrue();
        }
    }
}
