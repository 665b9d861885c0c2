package ai.meddoc.mention;

import ai.meddoc.terminology.TermIndex;
import ai.meddoc.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the terms of the index in a text: in any word order, with small gaps, several terms sharing a head noun where
 * they are coordinated ("chest and abdominal pain"). Immutable; thread-safe.
 */
public final class MentionFinder {

    private final TermIndex index;
    private final ThreadLocal<SentenceMatcher> matchers;

    public MentionFinder(TermIndex index) {
        this.index = index;
        OtherSenses senses = OtherSenses.load();
        this.matchers = ThreadLocal.withInitial(() -> new SentenceMatcher(this.index, senses));
    }

    /** All mentions, in text order within each sentence's best cover. */
    public List<Mention> find(String text, TextWords words) {
        return find(text, words, false);
    }

    /** The same and, marked as nested, what stands inside them: "abdominal pain" in "diffuse abdominal pain". */
    public List<Mention> findNested(String text, TextWords words) {
        return find(text, words, true);
    }

    private List<Mention> find(String text, TextWords words, boolean nested) {
        List<Mention> mentions = new ArrayList<>();
        SentenceMatcher matcher = matchers.get();
        for (int s = 0; s < words.sentences(); s++) {
            Sentence sentence = words.sentence(s);
            if (!sentence.tokens().isEmpty()) {
                mentions.addAll(matcher.match(text, words, s, nested));
            }
        }
        return List.copyOf(mentions);
    }
}
