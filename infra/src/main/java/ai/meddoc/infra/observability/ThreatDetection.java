package ai.meddoc.infra.observability;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.guardduty.CfnDetector;
import software.amazon.awscdk.services.guardduty.CfnDetector.CFNDataSourceConfigurationsProperty;
import software.amazon.awscdk.services.guardduty.CfnDetector.CFNS3LogsConfigurationProperty;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** GuardDuty, also over the documents' bucket; what it finds of medium severity or above reaches a person. */
public final class ThreatDetection extends Construct {

    private static final int MEDIUM = 4;

    public ThreatDetection(Construct scope, String id, ITopic alarms) {
        super(scope, id);
        CfnDetector.Builder.create(this, "Detector")
                .enable(true)
                .findingPublishingFrequency("FIFTEEN_MINUTES")
                .dataSources(CFNDataSourceConfigurationsProperty.builder()
                        .s3Logs(CFNS3LogsConfigurationProperty.builder()
                                .enable(true)
                                .build())
                        .build())
                .build();
        Rule.Builder.create(this, "Findings")
                .description("GuardDuty's findings of medium severity or above")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.guardduty"))
                        .detailType(List.of("GuardDuty Finding"))
                        .detail(Map.of("severity", List.of(Map.of("numeric", List.of(">=", MEDIUM)))))
                        .build())
                .targets(List.of(new SnsTopic(alarms)))
                .build();
    }
}
