package ai.meddoc.server.analyses;

import ai.meddoc.engine.Analysis;

/** Which engine, rules and release answered. */
public record EngineJson(String engine, String engineVersion, String terminologyRelease) {

    static EngineJson of(Analysis.Provenance provenance) {
        return new EngineJson(provenance.engine(), provenance.engineVersion(), provenance.terminologyRelease());
    }
}
