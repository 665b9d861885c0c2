package ai.meddoc.infra;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.edge.Names;
import ai.meddoc.infra.edge.WebFirewall;
import ai.meddoc.infra.keys.DataKey;
import ai.meddoc.infra.storage.Lifecycles;
import ai.meddoc.infra.storage.LogBucket;
import ai.meddoc.infra.storage.PrivateBucket;
import ai.meddoc.infra.web.WebApp;
import ai.meddoc.infra.web.WebDelivery;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** What visitors meet: CloudFront, its firewall, the apex. In us-east-1, and tied to the rest by names alone. */
final class EdgeStack extends Stack {

    EdgeStack(Construct scope, String id, StackProps props, EnvironmentConfig config, DeploymentOption option) {
        super(scope, id, props);
        Key key = new DataKey(this, "EdgeKey", config).key();
        Bucket logs = new LogBucket(this, "Edge-Logs", config, ObjectOwnership.BUCKET_OWNER_PREFERRED).bucket();
        Bucket files = new PrivateBucket(this, "web", config, new PrivateBucket.Shared(key, logs), Lifecycles.builds())
                .bucket();
        Names names = new Names(this, "Names", config.domain());
        WebFirewall firewall = new WebFirewall(this, "Firewall", config, key, "CLOUDFRONT");
        IDistribution distribution = new WebApp(
                        this,
                        "WebApp",
                        config,
                        new WebApp.Parts(
                                files,
                                logs,
                                key,
                                names.certificate(),
                                firewall.arn(),
                                // API Gateway knows itself by its own name only; the load balancer signs people in at
                                // ours.
                                option == DeploymentOption.SERVERLESS
                                        ? OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER
                                        : OriginRequestPolicy.ALL_VIEWER))
                .distribution();
        names.lead(config.domain().apex(), new CloudFrontTarget(distribution), true);
        new WebDelivery(this, "WebDelivery", config, files, key, distribution);
        CfnOutput.Builder.create(this, "DistributionId")
                .value(distribution.getDistributionId())
                .build();
        CfnOutput.Builder.create(this, "WebBucket").value(files.getBucketName()).build();
    }
}
