package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the words around a draft's mentions say of it: that it is treated or followed (guideline IV.J), over, only begun,
 * an item of a list, told early or late, and how much of the code's title they say. Made for one document; immutable.
 */
final class SentenceCues {

    /** How far the words around a mention count, in UTF-16 units to each side, within its sentence. */
    private static final int REACH = 200;

    private static final double LISTED = 0.5;
    private static final double EARLY = 0.25;
    private static final double LATE = 0.75;
    private static final double LITTLE = 0.34;

    private static final WordCues CUES = WordCues.load();

    private final CodingInput input;
    private final TitleCues titles;
    private final int firstLineEnd;

    SentenceCues(CodingInput input, TitleCues titles) {
        this.input = input;
        this.titles = titles;
        String text = input.text().text();
        int start = text.length() - text.stripLeading().length();
        int end = text.indexOf('\n', start);
        this.firstLineEnd = end < 0 ? text.length() : end;
    }

    void describe(PlacedDraft placed, FeatureMap f) {
        List<Mention> mentions = new ArrayList<>();
        List<String> around = new ArrayList<>();
        Set<WordCues.Kind> said = EnumSet.noneOf(WordCues.Kind.class);
        for (CodedMention coded : placed.draft().mentions()) {
            mentions.add(coded.mention());
            String words = around(coded.mention());
            around.add(words);
            said.addAll(CUES.saidIn(words));
        }
        String kind = "|kind:" + placed.kind();
        String zone = "|zone:" + placed.zone().coarse();
        boolean treated = said.contains(WordCues.Kind.TREATED);
        f.setIf(treated, "treated" + kind);
        f.setIf(treated, "treated" + zone);
        f.setIf(said.contains(WordCues.Kind.PAST), "past" + kind);
        f.setIf(said.contains(WordCues.Kind.BEGUN_OR_ENDED), "begun-or-ended" + kind);
        f.setIf(mentions.stream().anyMatch(m -> share(m) >= LISTED), "listed" + zone);
        ofPlace(mentions, zone, f);
        ofTitle(placed, around, said, f);
    }

    /** The mention's sentence, or what of it stands near, in lower case. */
    private String around(Mention mention) {
        Span sentence = input.words().sentence(mention.sentence()).span();
        int from = Math.max(sentence.start(), mention.span().start() - REACH);
        int to = Math.min(sentence.end(), mention.span().end() + REACH);
        return input.text().lower(from, Math.max(from, to));
    }

    /** How much of its sentence a mention is. */
    private double share(Mention mention) {
        int tokens = input.words().words(mention.sentence()).length;
        return (double) mention.words().size() / Math.max(1, tokens);
    }

    private void ofPlace(List<Mention> mentions, String zone, FeatureMap f) {
        double length = Math.max(1, input.text().text().length());
        double earliest = 1;
        double latest = 0;
        for (Mention mention : mentions) {
            double place = mention.span().start() / length;
            earliest = Math.min(earliest, place);
            latest = Math.max(latest, place);
        }
        f.put("earliest", earliest);
        f.put("latest", latest);
        f.setIf(earliest < EARLY, "early" + zone);
        f.setIf(latest > LATE, "late" + zone);
        f.setIf(mentions.stream().anyMatch(m -> isFirstOfSection(m.sentence())), "first" + zone);
        f.setIf(mentions.stream().allMatch(m -> m.span().start() < firstLineEnd), "first-line");
    }

    private boolean isFirstOfSection(int sentence) {
        return sentence == 0
                || input.sections().get(sentence - 1) != input.sections().get(sentence);
    }

    private void ofTitle(PlacedDraft placed, List<String> around, Set<WordCues.Kind> said, FeatureMap f) {
        TitleCues.Title title = titles.of(placed.draft().node());
        double most = 0;
        for (String words : around) {
            most = Math.max(most, saidOf(title.stems(), words));
        }
        f.put("title-said", most);
        f.setIf(most < LITTLE, "title-said-little");
        boolean open = title.unspecified() && !title.sided() && said.contains(WordCues.Kind.SIDE);
        f.setIf(open, "side-lost");
        f.setIf(open, "side-lost|kind:" + placed.kind());
    }

    /** The share of the title's telling words that are said, by their first letters. */
    private static double saidOf(List<String> stems, String said) {
        int found = 0;
        for (String stem : stems) {
            found += said.contains(stem) ? 1 : 0;
        }
        return stems.isEmpty() ? 1 : (double) found / stems.size();
    }
}
