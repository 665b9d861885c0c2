package ai.meddoc.infra.config;

/**
 * All that differs between two environments; everything else is the same on purpose. Immutable.
 *
 * @param name {@code dev} or {@code prod}: part of every name
 * @param region where everything is kept but the edge, which CloudFront requires in us-east-1
 * @param logRetentionDays how long every log group keeps its lines
 * @param repository {@code owner/name} on GitHub: the only one whose workflows may deploy
 */
public record EnvironmentConfig(
        String name,
        String region,
        DomainConfig domain,
        NetworkConfig network,
        DatabaseConfig database,
        ServiceConfig service,
        BudgetConfig budget,
        int logRetentionDays,
        String repository) {

    /** The only region in which CloudFront's certificates and firewalls can live. */
    public static final String EDGE_REGION = "us-east-1";

    /** A name of ours in this environment, such as {@code med-doc-ai-prod-uploads}. */
    public String named(String what) {
        return "med-doc-ai-" + name + "-" + what;
    }

    public boolean production() {
        return name.equals("prod");
    }
}
