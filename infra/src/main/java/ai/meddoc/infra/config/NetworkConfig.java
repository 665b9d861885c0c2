package ai.meddoc.infra.config;

/**
 * The address space.
 *
 * @param natGateways one for each zone that must survive the loss of another; 1 for trials
 */
public record NetworkConfig(String cidr, int natGateways) {}
