package ai.meddoc.infra.edge;

import ai.meddoc.infra.config.DomainConfig;
import java.util.List;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IAliasRecordTarget;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.constructs.Construct;

/** The zone that exists already, a certificate for the apex and all names under it, and records. */
public final class Names extends Construct {

    private final IHostedZone zone;
    private final Certificate certificate;

    public Names(Construct scope, String id, DomainConfig domain) {
        super(scope, id);
        zone = HostedZone.fromHostedZoneAttributes(
                this,
                "Zone",
                HostedZoneAttributes.builder()
                        .hostedZoneId(domain.hostedZoneId())
                        .zoneName(domain.apex())
                        .build());
        certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(domain.apex())
                .subjectAlternativeNames(List.of("*." + domain.apex()))
                .validation(CertificateValidation.fromDns(zone))
                .build();
    }

    public Certificate certificate() {
        return certificate;
    }

    /** An alias record: {@code name} leads to {@code target}. */
    public void lead(String name, IAliasRecordTarget target, boolean ipv6) {
        RecordTarget alias = RecordTarget.fromAlias(target);
        ARecord.Builder.create(this, name + "A")
                .zone(zone)
                .recordName(name)
                .target(alias)
                .build();
        if (ipv6) {
            AaaaRecord.Builder.create(this, name + "Aaaa")
                    .zone(zone)
                    .recordName(name)
                    .target(alias)
                    .build();
        }
    }
}
