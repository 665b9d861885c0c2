package ai.meddoc.section;

import ai.meddoc.text.RuleFile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads labels that everybody words differently by the words in them, from {@code label-words.tsv}: who speaks and that
 * it is a conclusion, or that it is the ground of an order. Immutable and thread-safe.
 */
final class LabelWords {

    private enum Role {
        AUTHOR,
        SAYS,
        CONCLUDES,
        ASKS,
        WHY,
        OTHER
    }

    private final Map<String, Set<Role>> roles;

    private LabelWords(Map<String, Set<Role>> roles) {
        this.roles = Map.copyOf(roles);
    }

    static LabelWords load() {
        Map<String, Set<Role>> roles = new HashMap<>();
        for (List<String> row : RuleFile.rows(LabelWords.class, "label-words.tsv", 2)) {
            roles.computeIfAbsent(row.get(0), word -> EnumSet.noneOf(Role.class))
                    .add(Role.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
        return new LabelWords(roles);
    }

    /** What a label that a colon ends is about; empty when its words do not tell. */
    Optional<SectionKind> kindOf(String spelling) {
        Set<Role> said = EnumSet.noneOf(Role.class);
        for (String word : spelling.split(" ")) {
            said.addAll(roles.getOrDefault(word, Set.of()));
        }
        if (said.contains(Role.OTHER)) {
            return Optional.empty();
        }
        if (said.contains(Role.CONCLUDES) || said.contains(Role.AUTHOR) && said.contains(Role.SAYS)) {
            return Optional.of(SectionKind.ASSESSMENT);
        }
        return said.contains(Role.ASKS) && said.contains(Role.WHY)
                ? Optional.of(SectionKind.INDICATION)
                : Optional.empty();
    }
}
