package ai.meddoc.infra.runtime;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.ServiceConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The program's settings (docs/settings.md) and the permissions that go with them. */
public final class ProgramSettings {

    /** What the key of each document starts with; the rest is random. */
    private static final String DOCUMENTS = "uploads/";

    private final Surroundings around;

    public ProgramSettings(Surroundings around) {
        this.around = around;
    }

    /** Everything that is no secret. */
    public Map<String, String> plain() {
        ServiceConfig service = around.config().service();
        Map<String, String> settings = new TreeMap<>();
        // The load balancer, or API Gateway, lets nobody through without an identity.
        settings.put("ALLOW_UNAUTHENTICATED", "true");
        settings.put("ALLOW_ORIGINS", around.config().domain().origin());
        settings.put("CLAUDE_MODEL", service.claudeModel());
        settings.put("DB_URL", around.data().database().url());
        settings.put("HOST", "0.0.0.0");
        settings.put("PORT", "8000");
        // One reader in a task of 1 GB.
        settings.put("READER_MEMORY_MB", "256");
        settings.put("STORAGE_BUCKET", around.data().uploads().getBucketName());
        settings.put("STORAGE_PREFIX", DOCUMENTS);
        settings.put("USE_CLAUDE_REAL", String.valueOf(service.useClaude()));
        return settings;
    }

    /** Documents by random keys under one prefix, and nothing else in the bucket. */
    public PolicyStatement documents() {
        return Statements.allow(
                List.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject", "s3:AbortMultipartUpload"),
                around.data().uploads().arnForObjects(DOCUMENTS + "*"));
    }

    /** Without it a missing object is answered 403 and not 404. */
    public PolicyStatement listing() {
        return Statements.allow(
                List.of("s3:ListBucket"), around.data().uploads().getBucketArn());
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
                around.data().anthropicKey().getSecretArn());
    }

    /** X-Ray knows no resources. */
    public static PolicyStatement traces() {
        return Statements.allow(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), "*");
    }
}
