package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.text.CuedPattern;
import ai.meddoc.text.RuleFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an injury's phase of care from what its sentence and its document say. Immutable; thread-safe. */
final class CarePhases {

    private static final int COLUMNS = 4;

    private final List<Phase> phases = RuleFile.rows(CarePhases.class, "care-phases.tsv", COLUMNS).stream()
            .map(row -> new Phase(
                    Care.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                    row.get(1).equals("document"),
                    List.of(row.get(2).split("\\|")),
                    CuedPattern.compile(row.get(3))))
            .toList();

    /** @param words one of them has to stand in the text, else the costly pattern is not tried */
    private record Phase(Care care, boolean anywhere, List<String> words, CuedPattern said) {
        boolean isTold(String lower) {
            for (String word : words) {
                if (lower.contains(word)) {
                    return said.isIn(lower);
                }
            }
            return false;
        }
    }

    /** The phases of one document's injuries; what the whole document tells is read once, when first asked for. */
    final class OfDocument {
        private final CodingInput input;
        private @Nullable Care whole;

        OfDocument(CodingInput input) {
            this.input = input;
        }

        /** Active treatment where nothing else is told. */
        Care of(Mention mention) {
            String sentence = input.text()
                    .lower(input.words().sentence(mention.sentence()).span());
            Optional<Care> told = first(sentence, false);
            return told.isPresent() || input.allMentions() ? told.orElse(Care.ACTIVE) : whole();
        }

        private Care whole() {
            if (whole == null) {
                whole = first(input.text().lower(), true).orElse(Care.ACTIVE);
            }
            return whole;
        }
    }

    private Optional<Care> first(String lower, boolean anywhere) {
        for (Phase phase : phases) {
            if (phase.anywhere() == anywhere && phase.isTold(lower)) {
                return Optional.of(phase.care());
            }
        }
        return Optional.empty();
    }
}
