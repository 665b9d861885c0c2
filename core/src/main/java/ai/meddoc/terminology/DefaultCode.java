package ai.meddoc.terminology;

import java.util.Locale;

/**
 * Walks from a code that is not billable down to the one that a query means: at every step the child whose further words
 * the query has, else the one for what is unspecified, uncomplicated; of 7th characters the one for what is
 * unspecified or else the first, unless the query has the words of another. Immutable; thread-safe.
 */
final class DefaultCode {
    /** What a word counts for that already led to the start: a child that has it too is a little likelier. */
    private static final float AGAIN = 0.25f;

    private final Icd10Cm release;
    private final SearchTerms terms;

    DefaultCode(Icd10Cm release, SearchTerms terms) {
        this.release = release;
        this.terms = terms;
    }

    /** Where the walk ended: a billable code, or the one whose children need a choice; and the query words that it has. */
    record Reached(int node, int bits) {}

    /** @param answered the bits of the query's words that led to the start */
    Reached from(int start, int answered, SearchQuery query) {
        int node = moreSpecific(start, answered, query);
        int bits = 0;
        while (release.firstChild(node) >= 0) {
            int child = release.isSeventhCharacterAt(release.firstChild(node))
                    ? seventh(node, query)
                    : child(node, answered | bits, query);
            if (child < 0) {
                break;
            }
            bits |= newBits(child, node, query);
            node = child;
        }
        return new Reached(node, bits | titleBits(node, query));
    }

    /** The sibling that says what the query says and a code for something unspecified leaves open: "left" most often. */
    private int moreSpecific(int node, int answered, SearchQuery query) {
        int parent = release.parentAt(node);
        if (parent < 0 || !isUnspecified(node)) {
            return node;
        }
        int best = node;
        float bestScore = 0;
        for (int sibling = release.firstChild(parent); sibling >= 0; sibling = release.nextSibling(sibling)) {
            int bits = newBits(sibling, node, query) & ~answered;
            boolean keepsAll = bits != 0 && (titleBits(node, query) & ~titleBits(sibling, query) & ~answered) == 0;
            float gain = query.share(bits)
                    - 0.01f * newWords(sibling, node, query)
                    - 0.02f * lostWords(sibling, node, query);
            if (keepsAll && gain >= bestScore) {
                // of two that say as much neither is meant: "right" alone is no arm and no leg
                best = gain == bestScore ? node : sibling;
                bestScore = gain;
            }
        }
        return best;
    }

    /** How many words of the title above a sibling's title lacks, though the query does not say them. */
    private int lostWords(int sibling, int node, SearchQuery query) {
        int[] kept = terms.titleWords(sibling);
        int count = 0;
        for (int word : terms.titleWords(node)) {
            count += query.bitsOf(word) == 0 && !contains(kept, word) ? 1 : 0;
        }
        return count;
    }

    private boolean isUnspecified(int node) {
        return release.titleAt(node).toLowerCase(Locale.ROOT).contains("unspecified");
    }

    private int titleBits(int node, SearchQuery query) {
        int bits = 0;
        for (int word : terms.titleWords(node)) {
            bits |= query.bitsOf(word);
        }
        return bits;
    }

    private int child(int node, int answered, SearchQuery query) {
        int best = -1;
        float bestScore = 0;
        for (int child = release.firstChild(node); child >= 0; child = release.nextSibling(child)) {
            int bits = newBits(child, node, query);
            float score = query.share(bits & ~answered)
                    + AGAIN * query.share(bits & answered)
                    - 0.01f * newWords(child, node, query)
                    - 0.02f * lostWords(child, node, query);
            if (bits != 0 && score > 0 && score >= bestScore) {
                best = score == bestScore ? -1 : child;
                bestScore = score;
            }
        }
        return best >= 0 ? best : unspecified(node, query);
    }

    private int unspecified(int node, SearchQuery query) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int child = release.firstChild(node); child >= 0; child = release.nextSibling(child)) {
            int words = isForThePlainTerm(child, node) ? -1 : newWords(child, node, query);
            if (words < fewest && (words < 0 || isDefault(child, node))) {
                best = child;
                fewest = words;
            }
        }
        return best;
    }

    /** Whether the title above, with NOS, is an inclusion term of the child: "Concussion NOS" makes S06.0XA the default. */
    private boolean isForThePlainTerm(int child, int node) {
        String plain = release.titleAt(node) + " NOS";
        return release.inclusionTermsAt(child).stream().anyMatch(plain::equalsIgnoreCase);
    }

    private boolean isDefault(int child, int node) {
        String title = release.titleAt(child).toLowerCase(Locale.ROOT);
        return title.contains("unspecified")
                || title.contains("without complication")
                || title.contains("uncomplicated")
                || release.titleAt(node).equalsIgnoreCase(title)
                || release.childCount(node) == 1;
    }

    private int seventh(int node, SearchQuery query) {
        int best = plainSeventh(node);
        float bestShare = query.share(labelBits(best, query));
        for (int child = release.firstChild(node); child >= 0; child = release.nextSibling(child)) {
            float share = query.share(labelBits(child, query));
            if (share > bestShare) {
                best = child;
                bestShare = share;
            }
        }
        return best;
    }

    /** The 7th character for what is unspecified (an eye, a stage), else the first: the initial encounter. */
    private int plainSeventh(int node) {
        int first = release.firstChild(node);
        for (int child = first; child >= 0; child = release.nextSibling(child)) {
            if (release.seventhAt(child).toLowerCase(Locale.ROOT).contains("unspecified")) {
                return child;
            }
        }
        return first;
    }

    private int labelBits(int child, SearchQuery query) {
        int bits = 0;
        for (int word : terms.seventhWords(child)) {
            bits |= query.bitsOf(word);
        }
        return bits;
    }

    private int newBits(int child, int node, SearchQuery query) {
        if (release.isSeventhCharacterAt(child)) {
            return labelBits(child, query);
        }
        int bits = titleBits(child, query);
        for (int word : terms.titleWords(node)) {
            bits &= ~query.bitsOf(word);
        }
        return bits;
    }

    /** How many words the child's title has that neither the title above nor the query has. */
    private int newWords(int child, int node, SearchQuery query) {
        int[] above = terms.titleWords(node);
        int count = 0;
        for (int word : terms.titleWords(child)) {
            count += query.bitsOf(word) == 0 && !contains(above, word) ? 1 : 0;
        }
        return count;
    }

    private static boolean contains(int[] words, int word) {
        for (int other : words) {
            if (other == word) {
                return true;
            }
        }
        return false;
    }
}
