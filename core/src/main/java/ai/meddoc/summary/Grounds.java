package ai.meddoc.summary;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.mention.Mention;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps quotes honest: what the document denies, doubts or says of somebody else must not be cut from the words that say
 * so. Asked for spans in any order; each answer costs the mentions inside.
 */
final class Grounds {

    private record Said(Span span, Assertion assertion) {}

    private final List<Said> mentions = new ArrayList<>();

    Grounds(SummaryInput input) {
        List<Mention> found = input.read().mentions();
        for (int i = 0; i < found.size(); i++) {
            mentions.add(new Said(found.get(i).span(), input.read().assertions().get(i)));
        }
        mentions.sort(Comparator.comparing(Said::span));
    }

    /** Whether every mention in a span keeps the words that deny, doubt or attribute it. */
    boolean keepsContext(Span span) {
        for (int i = first(span); i < mentions.size() && mentions.get(i).span().start() < span.end(); i++) {
            Span trigger = mentions.get(i).assertion().trigger();
            boolean plain = mentions.get(i).assertion().isAffirmed();
            if (span.contains(mentions.get(i).span()) && !plain && trigger != null && !span.contains(trigger)) {
                return false;
            }
        }
        return true;
    }

    /** How many problems of the patient a span affirms. */
    int affirmed(Span span) {
        return count(span, true);
    }

    /** How many it denies, doubts or says of others. */
    int others(Span span) {
        return count(span, false);
    }

    private int count(Span span, boolean affirmed) {
        int count = 0;
        for (int i = first(span); i < mentions.size() && mentions.get(i).span().start() < span.end(); i++) {
            count += span.contains(mentions.get(i).span())
                            && mentions.get(i).assertion().isAffirmed() == affirmed
                    ? 1
                    : 0;
        }
        return count;
    }

    /** The first mention that starts in or after the span; mentions are in text order. */
    private int first(Span span) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).span().start() < span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
