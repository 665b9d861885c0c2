package ai.meddoc.engine;

/** Analyses documents. Implementations are immutable, built once and shared by threads. */
public interface ClinicalEngine {

    /**
     * @throws EngineException if the world outside (a network, a model) is in the way; never for trouble with content,
     *     which becomes a finding
     */
    Analysis analyze(AnalysisRequest request);
}
