package ai.meddoc.summary;

import java.util.List;

/**
 * The words of a passage and what they tell, worked out once. Prints no text.
 *
 * @param words in lower case
 * @param counts how many words are of a kind, by {@link Cue#ordinal()}; not changed by anyone
 */
record Said(List<String> words, int[] counts) {

    int size() {
        return words.size();
    }

    int count(Cue cue) {
        return counts[cue.ordinal()];
    }

    boolean has(Cue cue) {
        return count(cue) > 0;
    }

    boolean denies() {
        return words.contains("no") || words.contains("without");
    }

    @Override
    public String toString() {
        return "Said[" + size() + " words]";
    }
}
