package ai.meddoc.infra.web;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.GeoRestriction;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.IOriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOriginWithOACProps;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * CloudFront: the app from a private bucket, {@code /api/*} from the program. A page of the app that is no file becomes
 * index.html by a function on the default behaviour; CloudFront's error pages would turn every 404 of the API into it.
 */
public final class WebApp extends Construct {

    private final Distribution distribution;

    public WebApp(Construct scope, String id, EnvironmentConfig config, Parts parts) {
        super(scope, id);
        IOrigin api = HttpOrigin.Builder.create(config.domain().api())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .readTimeout(Duration.seconds(60))
                .build();
        distribution = Distribution.Builder.create(this, "Distribution")
                .comment("med-doc-ai " + config.name())
                .domainNames(List.of(config.domain().apex()))
                .certificate(parts.certificate())
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .priceClass(PriceClass.PRICE_CLASS_100)
                .geoRestriction(
                        GeoRestriction.allowlist(config.domain().countries().toArray(String[]::new)))
                .webAclId(parts.firewallArn())
                .logBucket(parts.logs())
                .logFilePrefix("cloudfront/")
                .defaultRootObject("index.html")
                .defaultBehavior(pages(parts.files()))
                .additionalBehaviors(Map.of("/api/*", program(api, parts.forwarded())))
                .build();
        allowReading(parts.key());
    }

    public Distribution distribution() {
        return distribution;
    }

    private BehaviorOptions pages(Bucket files) {
        return BehaviorOptions.builder()
                .origin(S3BucketOrigin.withOriginAccessControl(
                        files, S3BucketOriginWithOACProps.builder().build()))
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                .responseHeadersPolicy(PageHeaders.policy(this))
                .functionAssociations(List.of(FunctionAssociation.builder()
                        .eventType(FunctionEventType.VIEWER_REQUEST)
                        .function(PageFunction.of(this))
                        .build()))
                .build();
    }

    private static BehaviorOptions program(IOrigin api, IOriginRequestPolicy forwarded) {
        return BehaviorOptions.builder()
                .origin(api)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(forwarded)
                .build();
    }

    /** CloudFront decrypts the app's files; named by pattern, since the distribution needs the bucket first. */
    private void allowReading(IKey key) {
        key.addToResourcePolicy(Statements.service(
                "cloudfront.amazonaws.com",
                List.of("kms:Decrypt"),
                "*",
                Map.of("aws:SourceAccount", Stack.of(this).getAccount())));
    }

    /**
     * What it is put together from.
     *
     * @param forwarded which of a visitor's headers the program sees
     */
    public record Parts(
            Bucket files,
            IBucket logs,
            IKey key,
            ICertificate certificate,
            String firewallArn,
            IOriginRequestPolicy forwarded) {}
}
