package ai.meddoc.server.doctor;

import ai.meddoc.server.blobs.BucketProbe;
import ai.meddoc.server.blobs.BucketProbe.FailedStep;
import ai.meddoc.server.settings.Bucket;
import java.util.Optional;

/** Whether the bucket takes, gives back and deletes. */
final class BucketCheck {

    private static final String SUBJECT = "bucket";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private BucketCheck() {}

    static CheckResult of(Bucket bucket) {
        Optional<FailedStep> failure = BucketProbe.look(bucket);
        return failure.isEmpty()
                ? CheckResult.ok(SUBJECT, bucket.name() + ": a small object was put, read and deleted")
                : CheckResult.unavailable(SUBJECT, "STORAGE_BUCKET " + advice(failure.get()));
    }

    private static String advice(FailedStep failure) {
        return switch (failure.step()) {
            case REGION -> "needs a region: set AWS_REGION to the bucket's";
            case CREDENTIALS -> "needs AWS credentials: give this machine a role, or set AWS_PROFILE";
            case REACH -> reach(failure.status());
            case PUT -> refused(failure.status(), "put", "s3:PutObject, and kms:GenerateDataKey for its key");
            case GET -> refused(failure.status(), "read", "s3:GetObject, and kms:Decrypt for its key");
            case DELETE -> refused(failure.status(), "deleted", "s3:DeleteObject");
        };
    }

    private static String reach(int status) {
        return switch (status) {
            case 0 -> "does not answer: check STORAGE_ENDPOINT, the network's way to S3, and a proxy";
            case FORBIDDEN -> "refuses this role or key (403): allow s3:ListBucket on the bucket";
            case NOT_FOUND -> "names no bucket (404): check the name, or create it";
            default -> "is in another region than AWS_REGION, or the credentials are not good (" + status + ")";
        };
    }

    private static String refused(int status, String done, String permission) {
        String answer = status == 0 ? "no answer" : String.valueOf(status);
        return "answers, but a small object could not be " + done + " (" + answer + "): allow " + permission
                + " under STORAGE_PREFIX";
    }
}
