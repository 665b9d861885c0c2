package ai.meddoc.server;

import ai.meddoc.extract.ExtractionLimits;
import ai.meddoc.extract.PlainTextExtractor;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.extract.TextExtractors;
import ai.meddoc.pdf.child.ChildSettings;
import ai.meddoc.pdf.child.ChildTextExtractor;
import ai.meddoc.server.settings.Settings;
import java.util.List;

/** The readers of documents: what is untrusted and binary is read by processes that can be killed. */
final class Extractors {

    private Extractors() {}

    static TextExtractor within(Settings settings, ChildTextExtractor children) {
        return new TextExtractors(List.of(children, new PlainTextExtractor(limits(settings))));
    }

    static ChildTextExtractor children(Settings settings) {
        ChildSettings processes =
                new ChildSettings(settings.readers(), settings.readerMegabytes(), ChildSettings.DEFAULT.documents());
        ChildTextExtractor children = new ChildTextExtractor(processes, limits(settings));
        // So that neither the server's start nor the first document waits for it.
        Thread.ofVirtual().name("readers").start(children::warmUp);
        return children;
    }

    private static ExtractionLimits limits(Settings settings) {
        return ExtractionLimits.DEFAULT.withBytes(Math.toIntExact(settings.maxUploadBytes()));
    }
}
