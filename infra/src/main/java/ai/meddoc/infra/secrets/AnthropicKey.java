package ai.meddoc.infra.secrets;

import ai.meddoc.infra.config.EnvironmentConfig;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * The key for Claude. Its value is put in by a person after the first deployment and never passes a template. A new one
 * is put beside the old one: both are valid at Anthropic until every task runs with the new one (see the runbook).
 */
public final class AnthropicKey extends Construct {

    private final Secret secret;

    public AnthropicKey(Construct scope, String id, EnvironmentConfig config, IKey key) {
        super(scope, id);
        secret = Secret.Builder.create(this, "Secret")
                .secretName("med-doc-ai/" + config.name() + "/anthropic-key")
                .description("Anthropic API key; put in by a person, see docs/runbook.md")
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    public Secret secret() {
        return secret;
    }
}
