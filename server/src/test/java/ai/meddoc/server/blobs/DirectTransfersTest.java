package ai.meddoc.server.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.server.settings.Bucket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DirectTransfersTest {

    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region");
    private static final String SHA256 = "ab".repeat(32);
    private static final Bucket BUCKET =
            new Bucket("files", "documents/", URI.create("http://127.0.0.1:9"), "arn:aws:kms:us-east-1:1:key/k");

    @BeforeEach
    void signIn() {
        CREDENTIALS.forEach(name -> System.setProperty(name, "us-east-1"));
    }

    @AfterEach
    void signOut() {
        CREDENTIALS.forEach(System::clearProperty);
    }

    @Test
    void bindsAnUploadToOneKeyOneSumAndTheBucketsEncryption() {
        try (DirectTransfers transfers = DirectTransfers.of(BUCKET)) {
            DirectTransfers.UploadPermit one = transfers.upload(SHA256, 7).orElseThrow();
            DirectTransfers.UploadPermit other = transfers.upload(SHA256, 7).orElseThrow();
            assertThat(one.key()).matches("[0-9a-f]{2}/[0-9a-f]{32}").isNotEqualTo(other.key());
            assertThat(one.url()).contains("/files/documents/" + one.key()).contains("X-Amz-Expires=900");
            assertThat(one.headers())
                    .containsEntry("x-amz-checksum-sha256", "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=")
                    .containsEntry("x-amz-server-side-encryption", "aws:kms")
                    .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", BUCKET.kms())
                    .containsEntry("if-none-match", "*")
                    .containsEntry("content-length", "7");
            assertThat(one.toString()).doesNotContain("X-Amz");
        }
    }

    @Test
    void letsADownloadOutForAMinuteAsAnAttachment() {
        try (DirectTransfers transfers = DirectTransfers.of(BUCKET)) {
            String key = transfers.upload(SHA256, 7).orElseThrow().key();
            var permit = transfers.download(key, "text/plain", "attachment").orElseThrow();
            assertThat(permit.url())
                    .contains("X-Amz-Expires=60")
                    .contains("response-content-disposition=attachment")
                    .contains("response-content-type=text%2Fplain");
            assertThat(Duration.between(Instant.now(), permit.expiresAt())).isLessThan(Duration.ofSeconds(62));
            assertThatThrownBy(() -> transfers.download("../other", "text/plain", "attachment"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void offersNothingOnADisk() {
        try (DirectTransfers none = DirectTransfers.of(null)) {
            assertThat(none.areOffered()).isFalse();
            assertThat(none.upload(SHA256, 7)).isEmpty();
            assertThat(none.download("ab/" + "ab".repeat(16), "text/plain", "attachment"))
                    .isEmpty();
        }
    }
}
