package ai.meddoc.infra.config;

import java.util.List;

/**
 * The public names.
 *
 * @param apex the web app's name; the API answers at {@code api.} of it
 * @param hostedZoneId Route 53's zone of the apex; not looked up, so that synthesis needs no account
 * @param countries whose visitors are answered, as ISO 3166 two-letter codes
 */
public record DomainConfig(String apex, String hostedZoneId, List<String> countries) {

    public DomainConfig {
        countries = List.copyOf(countries);
    }

    public String api() {
        return "api." + apex;
    }

    public String origin() {
        return "https://" + apex;
    }
}
