package ai.meddoc.cli;

import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.LocalEngine;

/** The engines that can be asked for. */
public enum EngineChoice {
    local {
        @Override
        public ClinicalEngine load() {
            return LocalEngine.on(Releases.atHand());
        }
    },
    claude {
        @Override
        public ClinicalEngine load() {
            return ClaudeRun.load(false);
        }
    };

    public abstract ClinicalEngine load();
}
