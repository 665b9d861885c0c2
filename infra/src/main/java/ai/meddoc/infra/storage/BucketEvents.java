package ai.meddoc.infra.storage;

import java.util.Objects;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucket.EventBridgeConfigurationProperty;
import software.amazon.awscdk.services.s3.CfnBucket.NotificationConfigurationProperty;

/** Tells EventBridge of each new object. On the resource itself: the construct's own way brings a function along. */
final class BucketEvents {

    private BucketEvents() {}

    static CfnBucket on(Bucket bucket) {
        CfnBucket resource = (CfnBucket) Objects.requireNonNull(bucket.getNode().getDefaultChild());
        resource.setNotificationConfiguration(NotificationConfigurationProperty.builder()
                .eventBridgeConfiguration(EventBridgeConfigurationProperty.builder()
                        .eventBridgeEnabled(true)
                        .build())
                .build());
        return resource;
    }
}
