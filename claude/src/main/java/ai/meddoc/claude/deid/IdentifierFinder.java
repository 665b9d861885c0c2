package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what identifies a person in clinical text, all kinds of the Safe Harbor method. Prefers to take too much: what is
 * replaced is put back, what slips through is gone. Immutable; thread-safe.
 */
public final class IdentifierFinder {

    private final PatternParts parts = PatternParts.load();
    private final PatternFinder patterns = PatternFinder.load(parts);
    private final Lexicon lexicon = new Lexicon();
    private final NameFinder names = new NameFinder(lexicon, parts);
    private final PlaceFinder places = new PlaceFinder(lexicon, parts);
    private final InstitutionFinder institutions = new InstitutionFinder(lexicon, parts);
    private final FieldFinder fields = FieldFinder.load();
    private final NameReview review = new NameReview(lexicon, parts);
    private final UnexplainedNames unexplained = new UnexplainedNames(lexicon, parts);

    private IdentifierFinder() {}

    public static IdentifierFinder load() {
        return new IdentifierFinder();
    }

    /** In text order, without overlap; where findings overlap they are joined under the kind of the longest. */
    public List<Identifier> find(String text) {
        List<Identifier> all = new ArrayList<>(patterns.find(text));
        all.addAll(names.find(text));
        all.addAll(places.find(text));
        all.addAll(institutions.find(text));
        all.addAll(fields.find(text));
        all.addAll(unexplained.find(text));
        all = review.review(text, all);
        all.sort((a, b) -> a.span().compareTo(b.span()));
        List<Identifier> joined = new ArrayList<>();
        for (Identifier next : all) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).span().end() > next.span().start()) {
                joined.set(last, join(joined.get(last), next));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    private static Identifier join(Identifier a, Identifier b) {
        boolean first = a.sure() == b.sure() ? a.span().length() >= b.span().length() : a.sure();
        Span span = a.span().cover(b.span());
        return new Identifier(first ? a.kind() : b.kind(), span, a.sure() || b.sure());
    }
}
