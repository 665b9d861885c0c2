package ai.meddoc.bench;

import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;

/** The whole pipeline: type, sections, laboratory values, mentions, assertions, codes, summary. */
record MeddocPeer(LocalEngine engine) implements Peer {

    @Override
    public String name() {
        return "meddoc (types, sections, labs, mentions, assertions, codes, summary)";
    }

    @Override
    public int work(String note) {
        Analysis analysis = engine.analyze(AnalysisRequest.of(DocumentText.of(note)));
        return analysis.coding().assignments().size()
                + analysis.summary().statements().size();
    }
}
