package ai.meddoc.infra.storage;

import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** A bucket that only this account's roles reach: encrypted, versioned, logged, over TLS, kept when the stack
 * goes. Object lock without a retention: a legal hold can be put on a document, and all others can be deleted. */
public final class PrivateBucket extends Construct {

    private final Bucket bucket;
    private final CfnBucket resource;

    /** @param what the last word of its name; also the prefix of its access log */
    public PrivateBucket(
            Construct scope, String what, EnvironmentConfig config, Shared shared, List<LifecycleRule> lifecycle) {
        super(scope, what);
        String name = config.named(what) + "-" + Stack.of(this).getAccount();
        bucket = Bucket.Builder.create(this, "Bucket")
                .bucketName(name)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(shared.key())
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .objectLockEnabled(true)
                .serverAccessLogsBucket(shared.logs())
                .serverAccessLogsPrefix("s3/" + what + "/")
                .removalPolicy(RemovalPolicy.RETAIN)
                .lifecycleRules(lifecycle)
                .build();
        resource = BucketEvents.on(bucket);
    }

    public Bucket bucket() {
        return bucket;
    }

    /** The resource itself, for what the construct has no word for. */
    public CfnBucket resource() {
        return resource;
    }

    /** What every bucket leans on. */
    public record Shared(IKey key, IBucket logs) {}
}
