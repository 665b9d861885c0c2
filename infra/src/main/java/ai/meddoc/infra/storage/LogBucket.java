package ai.meddoc.infra.storage;

import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/**
 * Where S3, the load balancer, CloudFront, CloudTrail and the VPC write what happened. Encrypted with S3's own key:
 * load balancers and S3's access logs cannot write with a customer's.
 */
public final class LogBucket extends Construct {

    /** HIPAA wants the record of accesses kept six years. */
    private static final int KEPT_DAYS = 6 * 365;

    private final Bucket bucket;

    /** @param ownership CloudFront's standard logs still write by ACL; nothing else may */
    public LogBucket(Construct scope, String id, EnvironmentConfig config, ObjectOwnership ownership) {
        super(scope, id);
        bucket = Bucket.Builder.create(this, "Bucket")
                .bucketName(config.named(id.toLowerCase(java.util.Locale.ROOT) + "-")
                        + Stack.of(this).getAccount())
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ownership)
                .enforceSsl(true)
                .versioned(true)
                .objectLockEnabled(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("archive-then-expire")
                        .transitions(List.of(Transition.builder()
                                .storageClass(StorageClass.GLACIER_INSTANT_RETRIEVAL)
                                .transitionAfter(Duration.days(90))
                                .build()))
                        .expiration(Duration.days(KEPT_DAYS))
                        .noncurrentVersionExpiration(Duration.days(30))
                        .build()))
                .build();
        BucketEvents.on(bucket);
    }

    public Bucket bucket() {
        return bucket;
    }
}
