package ai.meddoc.claude.deid;

import java.util.Set;

/** The states, which the Safe Harbor method lets stand. */
final class Usa {

    private static final Set<String> STATES = Set.of(
            "alabama",
            "alaska",
            "arizona",
            "arkansas",
            "california",
            "colorado",
            "connecticut",
            "delaware",
            "florida",
            "georgia",
            "hawaii",
            "idaho",
            "illinois",
            "indiana",
            "iowa",
            "kansas",
            "kentucky",
            "louisiana",
            "maine",
            "maryland",
            "massachusetts",
            "michigan",
            "minnesota",
            "mississippi",
            "missouri",
            "montana",
            "nebraska",
            "nevada",
            "new_hampshire",
            "new_jersey",
            "new_mexico",
            "new_york",
            "north_carolina",
            "north_dakota",
            "ohio",
            "oklahoma",
            "oregon",
            "pennsylvania",
            "rhode_island",
            "south_carolina",
            "south_dakota",
            "tennessee",
            "texas",
            "utah",
            "vermont",
            "virginia",
            "washington",
            "west_virginia",
            "wisconsin",
            "wyoming",
            "puerto_rico");

    private Usa() {}

    static boolean isState(String place) {
        return STATES.contains(place);
    }
}
