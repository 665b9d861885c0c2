package ai.meddoc.infra.storage;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/** How long the versions of an object are kept, and where. */
public final class Lifecycles {

    private Lifecycles() {}

    /** Documents move to the tier they are read from; a deleted or replaced one is really gone after a month. */
    public static List<LifecycleRule> documents() {
        return List.of(LifecycleRule.builder()
                .id("tier-and-clean")
                .transitions(List.of(Transition.builder()
                        .storageClass(StorageClass.INTELLIGENT_TIERING)
                        .transitionAfter(Duration.days(30))
                        .build()))
                .noncurrentVersionExpiration(Duration.days(30))
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .expiredObjectDeleteMarker(true)
                .build());
    }

    /** Builds: the last ones stay, so that a roll-back finds them. */
    public static List<LifecycleRule> builds() {
        return List.of(LifecycleRule.builder()
                .id("clean")
                .noncurrentVersionExpiration(Duration.days(90))
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build());
    }
}
