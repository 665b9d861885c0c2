package ai.meddoc.server.analyses;

import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.ClinicalEngine;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engines that a run can ask for, and what there is to know of an answer's origin. Immutable.
 *
 * @param usual what answers when nobody asks for another
 * @param model the model that Claude is asked with; null where Claude is not switched on
 * @param upgradeLater whether Claude, where it was away, is asked again although nobody asked for that
 * @param rulesVersion the version of the rules that this program holds
 */
public record Engines(
        ClinicalEngine local,
        ClinicalEngine usual,
        @Nullable String model,
        boolean upgradeLater,
        String rulesVersion) {

    static final String LOCAL = "local";
    static final String CLAUDE = "claude";
    static final Set<String> NAMES = Set.of(LOCAL, CLAUDE);

    /** Empty for an engine that is not switched on here. */
    Optional<ClinicalEngine> named(@Nullable String name) {
        return switch (name) {
            case null -> Optional.of(usual);
            case LOCAL -> Optional.of(local);
            case CLAUDE -> model == null ? Optional.empty() : Optional.of(usual);
            default -> Optional.empty();
        };
    }

    Origin originOf(Analysis.Provenance provenance) {
        return new Origin(
                provenance.engine(),
                provenance.engineVersion(),
                provenance.engine().equals(CLAUDE) ? model : null,
                provenance.terminologyRelease(),
                rulesVersion);
    }
}
