package ai.meddoc.coding;

import ai.meddoc.text.CuedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a document is, how much it names and whom it speaks to: a short note tells only what matters, a leaflet
 * speaks of nobody's disease. Made for one document; immutable.
 */
final class DocumentShape {

    private static final int SHORT = 150;
    private static final int LONG = 350;
    private static final int ADDRESSED = 3;

    /** Beyond, length says no more than at it: no document of the labels is nearly as long. */
    private static final int MOST_WORDS = 1000;

    /** What heads a problem in the assessment is reported, however long the document is. */
    private static final int MOST_WORDS_OF_HEADS = 250;

    private static final int MOST_DRAFTS = 60;
    private static final CuedPattern YOU =
            CuedPattern.of(Pattern.compile("\\byou(?:r|rs)?\\b", Pattern.CASE_INSENSITIVE));

    private final int words;
    private final int drafts;
    private final boolean addressed;
    private final boolean concluded;

    DocumentShape(List<PlacedDraft> all, CodingInput input) {
        this.words = words(input);
        this.drafts = all.size();
        this.addressed = isAddressed(input.text().text());
        this.concluded = all.stream().anyMatch(p -> p.kind() == CodeKind.DISEASE && p.zone() == Zone.HEAD);
    }

    private static boolean isAddressed(String text) {
        int times = 0;
        for (Matcher m = YOU.find(text, 0); m != null && times < ADDRESSED; m = YOU.find(text, m.end())) {
            times++;
        }
        return times == ADDRESSED;
    }

    private static int words(CodingInput input) {
        int words = 0;
        for (int s = 0; s < input.words().sentences(); s++) {
            words += input.words().words(s).length;
        }
        return words;
    }

    void describe(PlacedDraft placed, FeatureMap f) {
        String kind = "|kind:" + placed.kind();
        String size = words < SHORT ? "short" : words > LONG ? "long" : "middle";
        int most = placed.zone() == Zone.HEAD ? MOST_WORDS_OF_HEADS : MOST_WORDS;
        f.put("document-words", Math.log(1 + Math.min(words, most) / 100.0));
        f.put("document-drafts", Math.log(Math.min(drafts, MOST_DRAFTS)));
        f.set(size + kind);
        f.set(size + "|zone:" + placed.zone().coarse());
        f.set((concluded ? "concluded" : "open") + kind);
        f.setIf(addressed, "addressed" + kind);
    }
}
