package ai.meddoc.infra.runtime;

import ai.meddoc.infra.access.SignIn;
import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.ServiceConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The program's settings (docs/settings.md) and the permissions that go with them. */
public final class ProgramSettings {

    /** What the key of each document starts with; the rest is random. */
    private static final String DOCUMENTS = "uploads/";

    /** Where the image and the instance keep what they need. */
    private static final String FOLDER = "/opt/meddoc";

    private final Surroundings around;

    public ProgramSettings(Surroundings around) {
        this.around = around;
    }

    /** Everything that is no secret. */
    public Map<String, String> plain() {
        ServiceConfig service = around.config().service();
        Map<String, String> settings = new TreeMap<>(signIn());
        settings.put("ALLOW_ORIGINS", around.config().domain().origin());
        settings.put("CLAUDE_BACKEND", service.claudeBackend());
        settings.put("CLAUDE_MODEL", service.claudeModel());
        settings.put("DB_URL", around.data().database().url(FOLDER));
        settings.put("HOST", "0.0.0.0");
        // The alarms read fields of these lines: see LogMetrics.
        settings.put("LOG_FORMAT", "json");
        settings.put("PORT", "8000");
        // One reader in a task of 1 GB.
        settings.put("READER_MEMORY_MB", "256");
        settings.put("STORAGE_BUCKET", around.data().uploads().getBucketName());
        settings.put("STORAGE_PREFIX", DOCUMENTS);
        settings.put("USE_CLAUDE_REAL", String.valueOf(service.useClaude()));
        return settings;
    }

    /** The program itself lets nobody in whom the user pool does not name. */
    private Map<String, String> signIn() {
        SignIn people = around.data().signIn();
        String client = people.client().getUserPoolClientId();
        return Map.of(
                "OIDC_ISSUER",
                people.issuer(),
                "OIDC_AUDIENCE",
                client,
                "OIDC_CLIENT_ID",
                client,
                "OIDC_ROLES_CLAIM",
                "cognito:groups",
                "PUBLIC_URL",
                around.config().domain().origin(),
                // The load balancer's addresses; no other machine can reach the port.
                "TRUSTED_PROXIES",
                around.config().network().cidr());
    }

    /** Documents by random keys under one prefix, and nothing else in the bucket. */
    public PolicyStatement documents() {
        return Statements.allow(
                List.of(
                        "s3:PutObject",
                        "s3:GetObject",
                        "s3:DeleteObject",
                        "s3:DeleteObjectVersion",
                        "s3:AbortMultipartUpload"),
                around.data().uploads().arnForObjects(DOCUMENTS + "*"));
    }

    /** Without it a missing object is answered 403 and not 404. */
    public PolicyStatement listing() {
        return Statements.allow(
                List.of("s3:ListBucket", "s3:ListBucketVersions"),
                around.data().uploads().getBucketArn());
    }

    /** Objects and secrets are encrypted with our key: without this, reading either is refused. */
    public PolicyStatement decryption() {
        return Statements.allow(
                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                around.ground().key().getKeyArn());
    }

    public PolicyStatement secrets() {
        return Statements.allow(
                List.of("secretsmanager:GetSecretValue"),
                around.data().database().secretArn(),
                around.data().anthropicKey().getSecretArn(),
                around.data().auditKey().getSecretArn());
    }

    /** What the program asks AWS for beside documents: traces, and Claude where Bedrock serves it. */
    public List<PolicyStatement> services() {
        return around.config().service().usesBedrock() ? List.of(traces(), claude()) : List.of(traces());
    }

    /** Models of one vendor, by a profile of this account or directly. */
    private PolicyStatement claude() {
        String region = around.config().region();
        return Statements.allow(
                List.of("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"),
                "arn:aws:bedrock:*::foundation-model/anthropic.*",
                "arn:aws:bedrock:" + region + ":" + Aws.ACCOUNT_ID + ":inference-profile/*.anthropic.*");
    }

    /** X-Ray knows no resources. */
    private static PolicyStatement traces() {
        return Statements.allow(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), "*");
    }
}
