package ai.meddoc.infra.delivery;

import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** The image's repository: a tag never moves, every image is scanned, the last ones stay for a roll-back. */
public final class Registry extends Construct {

    private static final int KEPT = 50;

    private final Repository repository;

    public Registry(Construct scope, String id, EnvironmentConfig config, IKey key) {
        super(scope, id);
        repository = Repository.Builder.create(this, "Repository")
                .repositoryName("med-doc-ai-backend-" + config.name())
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .encryption(RepositoryEncryption.KMS)
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .description("Keep what a roll-back may need")
                        .maxImageCount(KEPT)
                        .build()))
                .build();
    }

    public Repository repository() {
        return repository;
    }
}
