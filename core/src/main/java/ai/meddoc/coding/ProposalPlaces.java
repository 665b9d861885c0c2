package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.mention.Mention;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Term;
import ai.meddoc.terminology.TermSource;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import ai.meddoc.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a document says of quoted places. Made once per document; not changed afterwards. */
final class ProposalPlaces {

    private static final int CATEGORY = 3;
    private static final int SHORT = 3;
    private static final int STEM = 5;

    private final Icd10Cm release;
    private final CodingInput input;

    ProposalPlaces(Icd10Cm release, CodingInput input) {
        this.release = release;
        this.input = input;
    }

    /** A quote with its sentence, its assertion, and whether it stands at the head of a problem. */
    record Place(Span quote, int sentence, Assertion assertion, SectionKind section, ProblemPlace problem) {

        CodedMention mention(int node, String ruleId) {
            Term term = new Term(node, "", TermSource.TITLE, false, false);
            Mention mention = new Mention(
                    quote, Mention.NOT_INDEXED, term, Math.max(0, sentence), 0, 0, 0, List.of(quote), 1, false);
            return new CodedMention(mention, assertion, section, problem, node, ruleId);
        }
    }

    Place at(Span quote, String code) {
        int sentence = sentenceAt(quote);
        SectionKind section =
                sentence < 0 ? SectionKind.UNKNOWN : input.sections().get(sentence);
        return new Place(quote, sentence, assertion(quote, sentence, code), section, problem(quote));
    }

    /** The first sentence that shares a character with the quote, -1 when there is none. */
    private int sentenceAt(Span quote) {
        List<Sentence> all = input.words().all();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).span().end() <= quote.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < all.size() && all.get(low).span().overlaps(quote) ? low : -1;
    }

    /** The best of the mentions that the quote holds. */
    private ProblemPlace problem(Span quote) {
        ProblemPlace best = ProblemPlace.ELSEWHERE;
        for (int i = 0; i < input.mentions().size(); i++) {
            ProblemPlace place = input.problems().get(i);
            if (place.compareTo(best) > 0 && input.mentions().get(i).span().overlaps(quote)) {
                best = place;
            }
        }
        return best;
    }

    /** That of our own mention of the same category where there is one, else that of the quote's words. */
    private Assertion assertion(Span quote, int sentence, String code) {
        return ofMention(quote, code)
                .orElseGet(() -> sentence < 0 ? Assertion.DEFAULT : ofWords(quote, sentence, titleStems(code)));
    }

    private Optional<Assertion> ofMention(Span quote, String code) {
        Optional<Assertion> best = Optional.empty();
        for (int i = 0; i < input.mentions().size(); i++) {
            Mention mention = input.mentions().get(i);
            if (quote.contains(mention.span())
                    && release.codeAt(mention.node()).startsWith(code.substring(0, CATEGORY))) {
                Assertion found = input.assertions().get(i);
                if (best.isEmpty() || found.isAffirmed()) {
                    best = Optional.of(found);
                }
            }
        }
        return best;
    }

    /** Words that the code's title shares decide; without any, one denied or uncertain word is enough to refuse. */
    private Assertion ofWords(Span quote, int first, Set<String> title) {
        List<Span> words = words(quote, first);
        List<Assertion> all = words.stream().map(w -> assertionOf(w, first)).toList();
        List<Span> triggers =
                all.stream().map(Assertion::trigger).filter(Objects::nonNull).toList();
        List<Assertion> named = new ArrayList<>();
        List<Assertion> others = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (triggers.stream().noneMatch(words.get(i)::overlaps)) {
                (title.contains(stem(words.get(i))) ? named : others).add(all.get(i));
            }
        }
        if (!named.isEmpty()) {
            return named.stream().filter(Assertion::isAffirmed).findFirst().orElse(named.get(0));
        }
        return others.stream().filter(a -> !a.isAffirmed()).findFirst().orElse(Assertion.DEFAULT);
    }

    private List<Span> words(Span quote, int first) {
        List<Span> words = new ArrayList<>();
        List<Sentence> all = input.words().all();
        for (int s = first; s < all.size() && all.get(s).span().start() < quote.end(); s++) {
            for (Token token : all.get(s).tokens()) {
                if (quote.contains(token.span()) && token.kind() == Token.Kind.WORD) {
                    words.add(token.span());
                }
            }
        }
        return words;
    }

    private Assertion assertionOf(Span word, int first) {
        int s = first;
        while (s + 1 < input.contexts().size()
                && input.words().sentence(s).span().end() <= word.start()) {
            s++;
        }
        return input.contexts().get(s).assertionOf(word);
    }

    private Set<String> titleStems(String code) {
        Set<String> stems = new HashSet<>();
        String title = release.titleAt(release.indexOf(code));
        for (String word : title.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > SHORT) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    private String stem(Span word) {
        return stem(input.text().quote(word));
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length())).toLowerCase(Locale.ROOT);
    }
}
