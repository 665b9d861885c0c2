package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text with surrogates in the place of identifiers, and the way back. Equal identifiers have equal surrogates. Immutable;
 * thread-safe. Holds PHI.
 */
public final class Disguise {

    /** A replaced stretch: where it stood and where its surrogate stands. */
    private record Piece(Span original, Span disguised) {}

    private final String text;
    private final List<Piece> pieces;
    private final Map<String, String> originals;
    private final boolean unsure;

    private Disguise(String text, List<Piece> pieces, Map<String, String> originals, boolean unsure) {
        this.text = text;
        this.pieces = List.copyOf(pieces);
        this.originals = new LinkedHashMap<>(originals);
        this.unsure = unsure;
    }

    /** The text as it is. */
    public static Disguise none(String original) {
        return new Disguise(original, List.of(), Map.of(), false);
    }

    static Disguise of(String original, List<Identifier> identifiers) {
        Surrogates surrogates = new Surrogates(original);
        StringBuilder text = new StringBuilder(original.length());
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Identifier identifier : identifiers) {
            Span span = identifier.span();
            text.append(original, from, span.start());
            int at = text.length();
            text.append(surrogates.of(identifier.kind(), span.of(original)));
            pieces.add(new Piece(span, new Span(at, text.length())));
            from = span.end();
        }
        text.append(original, from, original.length());
        return new Disguise(
                text.toString(),
                pieces,
                surrogates.originals(),
                identifiers.stream().anyMatch(identifier -> !identifier.sure()));
    }

    /** What may leave the machine. */
    public String text() {
        return text;
    }

    /** Whether some of what was replaced may be no identifier, so that something else may have been missed. */
    public boolean isUnsure() {
        return unsure;
    }

    public int replaced() {
        return pieces.size();
    }

    /** From a place in {@link #text()} to its place in the original; a surrogate that is cut counts whole. */
    public Span original(Span disguised) {
        return new Span(original(disguised.start(), false), original(disguised.end(), true));
    }

    private int original(int at, boolean end) {
        int shift = 0;
        for (Piece piece : pieces) {
            if (piece.disguised().start() > at || (end && piece.disguised().start() == at)) {
                break;
            }
            if (at < piece.disguised().end() || (end && at == piece.disguised().end())) {
                return end ? piece.original().end() : piece.original().start();
            }
            shift = piece.original().end() - piece.disguised().end();
        }
        return at + shift;
    }

    /** The model's own words with identifiers in the place of their surrogates. */
    public String restore(String words) {
        Objects.requireNonNull(words);
        String restored = words;
        for (Map.Entry<String, String> entry : originals.entrySet()) {
            restored = restored.replace(entry.getKey(), entry.getValue());
        }
        return restored;
    }

    @Override
    public String toString() {
        return "Disguise[" + pieces.size() + " replaced]";
    }
}
