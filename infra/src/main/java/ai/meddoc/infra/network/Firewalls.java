package ai.meddoc.infra.network;

import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

/**
 * Who may open a connection to whom; nothing else may.
 *
 * <pre>
 *   internet -> load balancer 443, 80 (redirect only)
 *   load balancer -> service 8000
 *   service -> internet 443 (Claude, AWS, the sign-in's keys); -> database 5432
 *   database: from the service only, and out to nobody
 * </pre>
 */
public final class Firewalls extends Construct {

    public static final int SERVICE_PORT = 8000;
    public static final int DATABASE_PORT = 5432;

    private final IVpc vpc;
    private final SecurityGroup service;
    private final SecurityGroup database;

    public Firewalls(Construct scope, String id, IVpc vpc) {
        super(scope, id);
        this.vpc = vpc;
        service = group("Service", "The program");
        database = group("Database", "PostgreSQL, from the program only");
        service.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "Claude, AWS and the keys of the sign-in");
        service.addEgressRule(database, Port.tcp(DATABASE_PORT), "PostgreSQL");
        database.addIngressRule(service, Port.tcp(DATABASE_PORT), "PostgreSQL");
    }

    /** The load balancer's own group, and its way to the service: only where there is a load balancer. */
    public SecurityGroup loadBalancer() {
        SecurityGroup balancer = group("LoadBalancer", "HTTPS from the internet");
        balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(443), "HTTPS");
        balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(80), "Redirected to HTTPS");
        balancer.addEgressRule(service, Port.tcp(SERVICE_PORT), "The program");
        service.addIngressRule(balancer, Port.tcp(SERVICE_PORT), "The load balancer");
        return balancer;
    }

    public SecurityGroup service() {
        return service;
    }

    public SecurityGroup database() {
        return database;
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }
}
