package ai.meddoc.bench;

import ai.meddoc.engine.LocalEngine;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.TermLibrary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what the engine costs, one figure a line, and the same for its peers on the same notes. */
public final class Bench {

    private static final List<Integer> SIZES = List.of(4 << 10, 64 << 10, 1 << 20, 5 << 20);

    /** As much text is read at each size of the growth table. */
    private static final int TEXT = 5 << 20;

    private final PrintStream out;
    private final Notes notes;
    private final boolean brief;

    Bench(PrintStream out, Notes notes, boolean brief) {
        this.out = out;
        this.notes = notes;
        this.brief = brief;
    }

    /**
     * Arguments: the repository's folder; {@code --short} for one round of everything; {@code --peers} for the peers, which
     * need more heap than the engine may have.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        Bench bench = new Bench(System.out, Notes.read(Path.of(arguments[0])), words.contains("--short"));
        if (words.contains("--peers")) {
            bench.beside();
        } else {
            bench.alone();
        }
    }

    void alone() throws InterruptedException {
        long start = System.nanoTime();
        TermLibrary.index(Icd10CmReleases.bundled().newest());
        print("catalogue and term index, first", "%.0f ms", (System.nanoTime() - start) / 1e6);
        start = System.nanoTime();
        MeddocPeer engine = new MeddocPeer(LocalEngine.load());
        print("the whole engine, after them", "%.0f ms", (System.nanoTime() - start) / 1e6);
        print("heap alive after load", "%.0f MB", Heap.alive());
        List<String> texts = texts();
        Timing own = timing(engine, texts);
        print("notes of 4 KB a second a core", "%,.0f", own.perSecond());
        print("a note, median", "%.2f ms", own.millis(0.5));
        print("a note, p99", "%.2f ms", own.millis(0.99));
        print("load again, warm", "%.0f ms", load());
        print("two threads beside one", "%.2f times", TwoThreads.ratio(engine, texts, brief ? 1 : 8));
        growth(engine);
        print("heap alive at the end", "%.0f MB", Heap.alive());
    }

    private List<String> texts() {
        return brief ? notes.ofOneSize().subList(0, 2) : notes.ofOneSize();
    }

    private Timing timing(MeddocPeer engine, List<String> texts) {
        return Timing.of(engine, texts, brief ? 1 : 60, brief ? 1 : 20);
    }

    /** The best of three, as another release would load beside the first. */
    private static double load() {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            LocalEngine.load();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    /** The same text in pieces of each size, so that the sizes differ in nothing else. */
    private void growth(Peer engine) {
        Heap.resetPeak();
        String text = notes.ofLength(brief ? SIZES.get(1) : TEXT);
        double first = 0;
        for (int size : brief ? SIZES.subList(0, 2) : SIZES) {
            double each = Timing.of(engine, pieces(text, size), 1, 1).millis() * 1000 / (text.length() >> 10);
            first = first == 0 ? each : first;
            print("a document of " + (size >> 10) + " KB", "%.0f us/KB, %.2f of the first line's", each, each / first);
        }
        print("heap at its peak with 5 MB", "%.0f MB", Heap.peak());
    }

    private static List<String> pieces(String text, int size) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += size) {
            pieces.add(text.substring(at, Math.min(text.length(), at + size)));
        }
        return pieces;
    }

    void beside() throws IOException {
        List<String> texts = texts();
        Timing own = timing(new MeddocPeer(LocalEngine.load()), texts);
        for (Peer peer : List.of(new OpenNlpPeer(), new LucenePeer(), new AhoCorasickPeer())) {
            Timing other = Timing.of(peer, texts, brief ? 1 : 10, brief ? 1 : 5);
            out.printf(Locale.ROOT, "%s%n", peer.name());
            print("  notes a second a core", "%,.0f", other.perSecond());
            print("  meddoc beside it", "%.2f times", own.perSecond() / other.perSecond());
        }
    }

    private void print(String what, String format, Object... figures) {
        out.printf(Locale.ROOT, "%-34s %s%n", what, String.format(Locale.ROOT, format, figures));
    }
}
