package ai.meddoc.fhir;

import ai.meddoc.text.RuleFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The UCUM code of a unit as reports print it. A unit without one keeps its words and claims no code. */
final class Ucum {

    private static final Map<String, String> CODES = RuleFile.rows(Ucum.class, "ucum.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));

    private Ucum() {}

    static Optional<String> of(String unit) {
        String folded = unit.replace(" ", "")
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replace('\u00d7', 'x')
                .toLowerCase(Locale.ROOT);
        return Optional.ofNullable(CODES.get(folded));
    }
}
