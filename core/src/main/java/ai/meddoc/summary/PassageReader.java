package ai.meddoc.summary;

import ai.meddoc.section.Section;
import ai.meddoc.section.SectionKind;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every sentence what it is there for: by its section's heading, by a label at its beginning, by the words of an
 * order, by the look of a letterhead. Linear in the sentences. Immutable and thread-safe.
 */
final class PassageReader {

    /** Bullet or list number; a bare number counts before a capital ("2 Hypertension: amlodipine"). */
    private static final Pattern MARKER = Pattern.compile(
            "(?:[\\s*#>|\\u2022\\u00b7\\u2013\\u2014+]|-+\\s|\\(?\\d{1,2}[.)]\\s|\\(?[a-h]\\)\\s|\\d{1,2}\\s+(?=[A-Z][a-z]))+");

    /** "Ravensworth MD: CKD stage 4": who says it is no part of what is said. */
    private static final Pattern SPEAKER =
            Pattern.compile("(?:by )?(?:Dr\\.? )?[^:;.]{0,40}\\b(?:MD|DO|NP|PA|PA-C|RN|PharmD)\\)?: ");

    /** How far the colon after a name may stand, in characters. */
    private static final int NAMED = 60;

    /** A document's first words, this few, are its title. */
    private static final int TITLE = 24;

    /** Words that may stand before an order's own ("please also start"). */
    private static final Set<String> ORDER_LEAD = Set.of(
            "we", "i", "he", "she", "pt", "patient", "they", "you", "please", "also", "then", "will", "to", "should",
            "may", "would", "the");

    /** Where an order's word stands, in characters from the start. */
    private static final int ORDER_REACH = 40;

    private final LabelTable labels = LabelTable.load();
    private final CueWords cues;
    private final Noise noise;

    PassageReader(CueWords cues) {
        this.cues = cues;
        noise = new Noise(cues);
    }

    List<Passage> read(SummaryInput input) {
        return new Walk(input).read();
    }

    /** The state while walking down a document. */
    private final class Walk {

        private final SummaryInput input;
        private final String text;
        private final List<Passage> passages = new ArrayList<>();
        private int section = -1;
        private Role role = Role.PROSE;
        /** The heading or label has words behind it, so that a blank line ends what it governs. */
        private boolean inline;

        private boolean placed;
        private boolean letterhead = true;
        private int before;

        Walk(SummaryInput input) {
            this.input = input;
            text = input.text().text();
        }

        List<Passage> read() {
            for (Sentence sentence : input.sentences()) {
                Span span = sentence.span();
                enter(span);
                take(span);
                before = span.end();
            }
            return passages;
        }

        /** Follows the sections; the last that begins before the sentence's end governs it. */
        private void enter(Span sentence) {
            int breaks = breaks(before, sentence.start());
            letterhead &= breaks < 2 || before == 0;
            if (inline && (breaks >= 2 || breaks == 1 && role == Role.NOISE)) {
                leave();
            }
            List<Section> sections = input.sections();
            while (section + 1 < sections.size()
                    && sections.get(section + 1).span().start() < sentence.end()) {
                section++;
                Section now = sections.get(section);
                role = roleOf(now.kind());
                placed = role != Role.PROSE;
                inline = now.heading().end() < sentence.end();
            }
        }

        private void leave() {
            role = Role.PROSE;
            placed = false;
            inline = false;
        }

        private void take(Span sentence) {
            int start = sentence.start();
            Span heading =
                    section < 0 ? new Span(0, 0) : input.sections().get(section).heading();
            start = afterMarker(start, sentence.end());
            LabelTable.@Nullable Label label = labels.read(text, start, sentence.end());
            if (label == null && placed && heading.end() > start && heading.end() <= sentence.end()) {
                start = afterMarker(heading.end(), sentence.end());
                label = labels.read(text, start, sentence.end());
            }
            if (label != null) {
                role = label.role();
                placed = role != Role.PROSE;
                inline = !label.alone();
                start = role == Role.OUTCOME ? start : afterMarker(label.end(), sentence.end());
            }
            int from = start < sentence.end() ? afterSpeaker(start, sentence.end()) : start;
            if (from < sentence.end() && (label == null || !label.alone())) {
                Span span = new Span(from, sentence.end());
                Said said = cues.read(input.text(), span.start(), span.end());
                Role judged = judged(span, said);
                passages.add(new Passage(span, sentence, judged, said));
                if (judged == Role.NOISE) {
                    addField(span);
                }
            }
        }

        /** Among fields of names and numbers there may be one that says why. */
        private void addField(Span line) {
            LabelTable.@Nullable Label label = labels.readInside(text, line.start(), line.end());
            if (label != null) {
                int gap = text.indexOf("   ", label.end(), line.end());
                Span field = new Span(label.end(), gap > 0 ? gap : line.end());
                passages.add(
                        new Passage(field, field, label.role(), cues.read(input.text(), field.start(), field.end())));
            }
        }

        private Role judged(Span span, Said said) {
            if (role != Role.NOISE
                    && (isLetterhead(span) || noise.is(text.substring(span.start(), span.end()), said, placed))) {
                return Role.NOISE;
            }
            boolean orders =
                    role == Role.ASSESSMENT || role == Role.PROSE || role == Role.FINDING || role == Role.COURSE;
            return orders && isOrder(span) ? Role.PLAN : role;
        }

        /** A line without a stop above the first blank line; a few words that open the document. */
        private boolean isLetterhead(Span span) {
            boolean brief = span.length() < TITLE && passages.isEmpty();
            return letterhead && !placed && (brief || ".!?:".indexOf(text.charAt(span.end() - 1)) < 0);
        }

        private boolean isOrder(Span span) {
            int end = Math.min(span.end(), span.start() + ORDER_REACH);
            int from = span.start();
            String word = orderWord(from, end);
            while (ORDER_LEAD.contains(word) && isBlank(from + word.length(), end)) {
                from += word.length();
                while (isBlank(from, end)) {
                    from++;
                }
                word = orderWord(from, end);
            }
            return cues.is(Cue.ORDER, word);
        }

        private boolean isBlank(int at, int end) {
            return at < end && Character.isWhitespace(text.charAt(at));
        }

        private String orderWord(int from, int end) {
            int to = from;
            while (to < end && (Character.isLetter(text.charAt(to)) || text.charAt(to) == '-')) {
                to++;
            }
            return text.substring(from, to).toLowerCase(Locale.ROOT);
        }

        /** After a name before a colon, or a bracket that began before ("reviewed 04/01): Pancytopenia"). */
        private int afterSpeaker(int start, int end) {
            int colon = text.indexOf(": ", start, Math.min(end, start + NAMED));
            if (colon <= start) {
                return start;
            }
            Matcher speaker = SPEAKER.matcher(text).region(start, end);
            if (speaker.lookingAt()) {
                return speaker.end();
            }
            boolean closes = text.charAt(colon - 1) == ')' && text.indexOf('(', start, colon) < 0;
            return closes ? colon + 2 : start;
        }

        private int afterMarker(int start, int end) {
            return PassageReader.afterMarker(text, start, end);
        }

        /** Line ends between two sentences; two or more make a blank line. */
        private int breaks(int from, int to) {
            int breaks = 0;
            for (int i = from; i < to; i++) {
                breaks += text.charAt(i) == '\n' ? 1 : 0;
            }
            return breaks;
        }
    }

    /** The place after bullets and list numbers. */
    static int afterMarker(String text, int start, int end) {
        boolean word = start + 1 < end && Character.isLetter(text.charAt(start)) && text.charAt(start + 1) != ')';
        if (word) {
            return start;
        }
        Matcher marker = MARKER.matcher(text).region(start, end);
        return marker.lookingAt() ? marker.end() : start;
    }

    private static Role roleOf(SectionKind kind) {
        return switch (kind) {
            case UNKNOWN -> Role.PROSE;
            case CHIEF_COMPLAINT, INDICATION, PREOPERATIVE_DIAGNOSIS -> Role.REASON;
            case HISTORY_OF_PRESENT_ILLNESS -> Role.HISTORY;
            case PAST_MEDICAL_HISTORY,
                    PAST_SURGICAL_HISTORY,
                    SOCIAL_HISTORY,
                    MEDICATIONS,
                    ALLERGIES,
                    REVIEW_OF_SYSTEMS,
                    IMMUNIZATIONS -> Role.BACKGROUND;
            case FAMILY_HISTORY -> Role.FAMILY;
            case VITAL_SIGNS, PHYSICAL_EXAM -> Role.EXAM;
            case RESULTS, IMAGING -> Role.RESULT;
            case PROCEDURE -> Role.PROCEDURE;
            case HOSPITAL_COURSE -> Role.COURSE;
            case ASSESSMENT,
                    ASSESSMENT_AND_PLAN,
                    DIAGNOSES,
                    DISCHARGE_DIAGNOSES,
                    POSTOPERATIVE_DIAGNOSIS,
                    PROBLEM_LIST,
                    IMPRESSION -> Role.ASSESSMENT;
            case PLAN, INSTRUCTIONS -> Role.PLAN;
            case TECHNIQUE, COMPARISON -> Role.TECHNIQUE;
            case FINDINGS -> Role.FINDING;
            case HEADER, SIGNATURE -> Role.NOISE;
        };
    }
}
