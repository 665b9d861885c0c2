package ai.meddoc.section;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import ai.meddoc.text.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the problem headings of assessments, diagnosis lists and plans, by the line's form: numbered, bulleted, followed
 * by a colon or dash, or short and without a verb. Words that begin an order or prose, from {@code plan-words.tsv}, tell
 * the other lines. Linear in the sentences. Immutable and thread-safe.
 */
public final class ProblemReader {

    private static final Set<SectionKind> LISTS = EnumSet.of(
            SectionKind.ASSESSMENT,
            SectionKind.ASSESSMENT_AND_PLAN,
            SectionKind.DIAGNOSES,
            SectionKind.DISCHARGE_DIAGNOSES,
            SectionKind.PREOPERATIVE_DIAGNOSIS,
            SectionKind.POSTOPERATIVE_DIAGNOSIS,
            SectionKind.PROBLEM_LIST,
            SectionKind.IMPRESSION,
            SectionKind.PLAN);

    /** These hold names of problems only, one to a sentence: "Final diagnoses: Chest pain. Hypertension." */
    private static final Set<SectionKind> NAMES = EnumSet.of(
            SectionKind.DIAGNOSES,
            SectionKind.DISCHARGE_DIAGNOSES,
            SectionKind.PREOPERATIVE_DIAGNOSIS,
            SectionKind.POSTOPERATIVE_DIAGNOSIS);

    /** Here the discussion of a problem may follow its name on the same line. */
    private static final Set<SectionKind> DISCUSSED =
            EnumSet.of(SectionKind.ASSESSMENT, SectionKind.ASSESSMENT_AND_PLAN);

    private static final int LONGEST_PLAIN = 14;
    private static final int LONGEST_ITEM = 24;
    private static final int LONGEST_NAME = 8;

    private final Map<String, Set<String>> words;

    private ProblemReader(Map<String, Set<String>> words) {
        this.words = Map.copyOf(words);
    }

    /** A reader with the rules of this package's data files. */
    public static ProblemReader load() {
        Map<String, Set<String>> words = new HashMap<>();
        for (List<String> row : RuleFile.rows(ProblemReader.class, "plan-words.tsv", 2)) {
            words.computeIfAbsent(row.get(1), k -> new HashSet<>()).add(row.get(0));
        }
        return new ProblemReader(words);
    }

    /**
     * The problem lines in text order.
     *
     * @param sections of the same text
     * @param sentences of the same text
     */
    public List<ProblemLine> read(DocumentText text, List<Section> sections, List<Sentence> sentences) {
        List<ProblemLine> lines = new ArrayList<>();
        int s = 0;
        for (Section section : sections) {
            while (s < sentences.size()
                    && sentences.get(s).span().end() <= section.span().start()) {
                s++;
            }
            if (LISTS.contains(section.kind())) {
                new Scan(text.text(), section, lines).read(sentences, s);
            }
        }
        return List.copyOf(lines);
    }

    private boolean is(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /** One section. */
    private final class Scan {

        private final String text;
        private final Section section;
        private final List<ProblemLine> lines;
        private final List<Span> names = new ArrayList<>();

        /** Bullets under a plain or numbered problem are its discussion. */
        private boolean bulletsDiscuss;

        Scan(String text, Section section, List<ProblemLine> lines) {
            this.text = text;
            this.section = section;
            this.lines = lines;
        }

        void read(List<Sentence> sentences, int from) {
            int body = section.heading().end();
            for (int s = from;
                    s < sentences.size()
                            && sentences.get(s).span().start() < section.span().end();
                    s++) {
                Sentence sentence = sentences.get(s);
                boolean first = sentence.span().start() <= body
                        && body < sentence.span().end();
                boolean name = NAMES.contains(section.kind());
                if (first || name || startsLine(sentence, body)) {
                    List<Token> tokens = inSection(sentence.tokens());
                    boolean alone = name
                            || s + 1 >= sentences.size()
                            || tokens.size() < sentence.tokens().size()
                            || startsLine(sentences.get(s + 1), body);
                    readLine(tokens, Math.max(body, sentence.span().start()), alone);
                }
            }
            for (int i = 0; i < names.size(); i++) {
                int end = i + 1 < names.size()
                        ? names.get(i + 1).start()
                        : section.span().end();
                lines.add(new ProblemLine(names.get(i), new Span(names.get(i).start(), end), section.kind()));
            }
        }

        /** A sentence may run on under the next heading; what stands there belongs to that section. */
        private List<Token> inSection(List<Token> tokens) {
            int n = tokens.size();
            while (n > 0 && tokens.get(n - 1).end() > section.span().end()) {
                n--;
            }
            return tokens.subList(0, n);
        }

        /** Whether a line begins with the sentence; so does one whose list number follows another sentence. */
        private boolean startsLine(Sentence sentence, int body) {
            int i = sentence.span().start() - 1;
            if (sentence.tokens().getFirst().kind() == Token.Kind.NUMBER || i < body) {
                return true;
            }
            while (i >= body && " \t\u00a0".indexOf(text.charAt(i)) >= 0) {
                i--;
            }
            return i < body
                    || HeadingReader.isBreak(text.charAt(i))
                    || text.charAt(i) == ','
                    || isSign(sentence, "\u2022-");
        }

        private boolean isSign(Sentence sentence, String signs) {
            return signs.indexOf(text.charAt(sentence.span().start())) >= 0;
        }

        private void readLine(List<Token> tokens, int from, boolean alone) {
            int first = 0;
            while (first < tokens.size() && tokens.get(first).start() < from) {
                first++;
            }
            int name = afterMarker(tokens, first);
            if (name >= tokens.size() || tokens.get(name).kind() != Token.Kind.WORD) {
                return;
            }
            boolean numbered = name > first && hasNumber(tokens, first, name);
            boolean bullet = name > first && !numbered;
            int end = nameEnd(tokens, name);
            if (bullet && bulletsDiscuss || !isProblem(tokens, name, end, numbered || bullet, alone)) {
                return;
            }
            bulletsDiscuss |= !bullet;
            names.add(new Span(tokens.get(name).start(), tokens.get(end - 1).end()));
        }

        private int afterMarker(List<Token> tokens, int first) {
            int i = afterItemWord(tokens, first);
            while (i < tokens.size() && tokens.get(i).kind() == Token.Kind.SIGN) {
                i++;
            }
            boolean number = i < tokens.size() && tokens.get(i).kind() == Token.Kind.NUMBER;
            if (!number || tokens.get(i).length() > 2) {
                return i;
            }
            int after = i + 1;
            while (after < tokens.size() && tokens.get(after).kind() == Token.Kind.SIGN) {
                after++;
            }
            boolean hash = i > first && sign(tokens, i - 1) == '#';
            return hash || after > i + 1 ? after : i;
        }

        /** "Problem 1:", "Dx #2 -". */
        private int afterItemWord(List<Token> tokens, int first) {
            if (first >= tokens.size() || !is("item", lower(tokens.get(first)))) {
                return first;
            }
            int number = first + 1;
            while (number < tokens.size() && sign(tokens, number) == '#') {
                number++;
            }
            return number < tokens.size() && tokens.get(number).kind() == Token.Kind.NUMBER ? first + 1 : first;
        }

        private boolean hasNumber(List<Token> tokens, int first, int name) {
            for (int i = first; i < name; i++) {
                if (tokens.get(i).kind() == Token.Kind.NUMBER || sign(tokens, i) == '#') {
                    return true;
                }
            }
            return false;
        }

        private char sign(List<Token> tokens, int i) {
            return tokens.get(i).kind() == Token.Kind.SIGN
                    ? text.charAt(tokens.get(i).start())
                    : 0;
        }

        /** The index after the name: before a colon, a dash between spaces, or the closing signs. */
        private int nameEnd(List<Token> tokens, int name) {
            int end = tokens.size();
            for (int i = name + 1; i < tokens.size(); i++) {
                char c = sign(tokens, i);
                boolean apart = tokens.get(i - 1).end() < tokens.get(i).start()
                        && i + 1 < tokens.size()
                        && tokens.get(i).end() < tokens.get(i + 1).start();
                if (c == ':' || apart && (c == '-' || c == '\u2013' || c == '\u2014')) {
                    end = i;
                    break;
                }
            }
            while (end > name + 1 && ".,;*:".indexOf(sign(tokens, end - 1)) >= 0) {
                end--;
            }
            return end;
        }

        private boolean isProblem(List<Token> tokens, int name, int end, boolean item, boolean alone) {
            String first = lower(tokens.get(name));
            if (is("action", first) || is("subject", first) || is("label", phrase(tokens, name, end))) {
                return false;
            }
            int after = end;
            while (after < tokens.size() && (sign(tokens, after) == '.' || sign(tokens, after) == ',')) {
                after++;
            }
            if (after < tokens.size()) {
                return end - name <= LONGEST_NAME && !hasVerb(tokens, name, end);
            }
            int most = item ? LONGEST_ITEM : LONGEST_PLAIN;
            boolean begins = item || alone || DISCUSSED.contains(section.kind());
            return begins && end - name <= most && !hasVerb(tokens, name, end);
        }

        private boolean hasVerb(List<Token> tokens, int from, int to) {
            for (int i = from; i < to; i++) {
                if (tokens.get(i).kind() == Token.Kind.WORD && is("verb", lower(tokens.get(i)))) {
                    return true;
                }
            }
            return false;
        }

        private String phrase(List<Token> tokens, int from, int to) {
            return tokens.get(from)
                    .span()
                    .cover(tokens.get(to - 1).span())
                    .of(text)
                    .toLowerCase(Locale.ROOT)
                    .replace("-", " ");
        }

        private String lower(Token token) {
            return token.span().of(text).toLowerCase(Locale.ROOT);
        }
    }
}
