package ai.meddoc.pdf;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures of text. Natives and language data are loaded when the first picture comes, never before. Thread-safe:
 * each reading borrows an engine of its own.
 */
final class Ocr {

    private static final float BEST = 300;
    private static final float COARSE = 260;

    private final ConcurrentLinkedQueue<OcrEngine> idle = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Optional<byte[]> language;
    private volatile boolean broken;

    /** Whether pictures can be read on this machine. */
    boolean isAvailable() {
        return !broken && language().isPresent();
    }

    /** Glyphs of words in level lines; empty if nothing can be read. */
    List<Glyph> read(GreyImage image) {
        Optional<byte[]> data = language();
        if (broken || data.isEmpty() || image.isBlank()) {
            return List.of();
        }
        OcrEngine engine = idle.poll();
        if (engine == null) {
            engine = start(data.get());
        }
        if (engine == null) {
            return List.of();
        }
        try {
            return OcrGlyphs.of(engine.read(prepared(image)));
        } finally {
            idle.add(engine);
        }
    }

    /** Smooth pixels of about 300 to the inch: it was made for them, and coarse ones mislead it about dots. */
    private static GreyImage prepared(GreyImage image) {
        return image.dpi() < COARSE ? image.finer(BEST / image.dpi()) : image;
    }

    private @Nullable OcrEngine start(byte[] data) {
        try {
            return new OcrEngine(data);
        } catch (LinkageError | IllegalStateException e) {
            // No natives for this machine, or they do not load: as if there were no recogniser.
            broken = true;
            return null;
        }
    }

    private Optional<byte[]> language() {
        Optional<byte[]> known = language;
        if (known == null) {
            known = LanguageData.find();
            language = known;
        }
        return known;
    }
}
