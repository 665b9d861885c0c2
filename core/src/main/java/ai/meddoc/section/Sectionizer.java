package ai.meddoc.section;

import ai.meddoc.section.HeadingReader.Candidate;
import ai.meddoc.section.HeadingReader.End;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headings of a clinical document and the parts they govern, in time linear in the text. A heading stands at
 * the start of a line, or after a full stop inside one when a colon follows it; its spelling is one of
 * {@code sections.tsv}, or a line of its own in capitals. The systems of an examination ("Cardiovascular:") do not end
 * it. Immutable and thread-safe.
 */
public final class Sectionizer {

    private static final Set<SectionKind> HISTORIES = EnumSet.of(
            SectionKind.PAST_MEDICAL_HISTORY,
            SectionKind.PAST_SURGICAL_HISTORY,
            SectionKind.FAMILY_HISTORY,
            SectionKind.SOCIAL_HISTORY);

    /** "Labs:", "Medications:" under a problem discuss it; in capitals or alone on a line they open a section. */
    private static final Set<SectionKind> DISCUSSED = EnumSet.of(
            SectionKind.RESULTS,
            SectionKind.IMAGING,
            SectionKind.MEDICATIONS,
            SectionKind.INSTRUCTIONS,
            SectionKind.PROCEDURE,
            SectionKind.HOSPITAL_COURSE);

    /** "Problem 1:", "Dx #2:" as headings are spelled. */
    private static final Pattern ITEM = Pattern.compile("(?:problem|issue|diagnosis|dx) +\\d{1,2}");

    private static final Set<SectionKind> ASSESSED = EnumSet.of(
            SectionKind.ASSESSMENT,
            SectionKind.ASSESSMENT_AND_PLAN,
            SectionKind.PLAN,
            SectionKind.DIAGNOSES,
            SectionKind.DISCHARGE_DIAGNOSES,
            SectionKind.HOSPITAL_COURSE,
            SectionKind.IMPRESSION);

    /** An unknown heading ends only these: elsewhere it is a part of the section, such as a problem's name. */
    private static final Set<SectionKind> ENDED_BY_UNKNOWN = EnumSet.of(
            SectionKind.UNKNOWN,
            SectionKind.CHIEF_COMPLAINT,
            SectionKind.HISTORY_OF_PRESENT_ILLNESS,
            SectionKind.FAMILY_HISTORY,
            SectionKind.SOCIAL_HISTORY,
            SectionKind.ALLERGIES,
            SectionKind.IMMUNIZATIONS,
            SectionKind.INDICATION,
            SectionKind.TECHNIQUE,
            SectionKind.COMPARISON,
            SectionKind.HOSPITAL_COURSE,
            SectionKind.INSTRUCTIONS,
            SectionKind.HEADER);

    private static final int SHORTEST_UNKNOWN = 6;

    private final HeadingRules rules;

    private Sectionizer(HeadingRules rules) {
        this.rules = rules;
    }

    /** A sectionizer with the rules of this package's data files. */
    public static Sectionizer load() {
        return new Sectionizer(HeadingRules.load());
    }

    /** The sections in order; they cover the whole text. An empty text has none. */
    public List<Section> sectionize(DocumentText text) {
        return sectionize(text.text());
    }

    /** As {@link #sectionize(DocumentText)}. */
    public List<Section> sectionize(String text) {
        Scan scan = new Scan(text);
        int next = 0;
        while (next < text.length()) {
            scan.tryHeading(next, true);
            next = scan.inlineUntilLineEnd(next) + 1;
        }
        return RadiologyKinds.resolve(scan.finish());
    }

    /**
     * The section that holds an index of the text.
     *
     * @param sections as {@link #sectionize} gave them
     * @throws IndexOutOfBoundsException if there are no sections
     */
    public static Section at(List<Section> sections, int index) {
        int low = 0;
        int high = sections.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sections.get(middle).span().start() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return sections.get(low);
    }

    /** A section whose kind in a radiology report may be another. */
    record Draft(Section section, @Nullable HeadingRule rule) {}

    /** One pass over one text. */
    private final class Scan {

        private final String text;
        private final List<Draft> drafts = new ArrayList<>();
        private SectionKind kind = SectionKind.UNKNOWN;
        private @Nullable HeadingRule rule;
        private Span heading = new Span(0, 0);
        private int start;
        private @Nullable Boolean soap;

        Scan(String text) {
            this.text = text;
        }

        /** Tries the places after full stops up to the line's end, whose index it returns. */
        int inlineUntilLineEnd(int from) {
            int i = from;
            while (i < text.length() && !HeadingReader.isBreak(text.charAt(i))) {
                char c = text.charAt(i++);
                boolean stop = c == '.' || c == ',' || c == ';' || c == '*' || c == '|';
                if (stop) {
                    i = skipBlanks(i);
                    tryInline(i, c);
                }
            }
            return i;
        }

        private int skipBlanks(int from) {
            int i = from;
            while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == ',')) {
                i++;
            }
            return i;
        }

        private void tryInline(int at, char stop) {
            if (at < text.length() && Character.isUpperCase(text.charAt(at)) && at > heading.end()) {
                boolean lineEnd = stop == ',' || text.charAt(at - 1) == ',';
                if (lineEnd || stop != ',') {
                    tryHeading(at, false);
                }
            }
        }

        void tryHeading(int at, boolean lineStart) {
            Candidate candidate = HeadingReader.read(text, at);
            HeadingRule known = candidate == null ? null : rules.find(candidate.spelling());
            if (known == null && lineStart && (tryGap(at) || tryShort(at))) {
                return;
            }
            if (candidate == null) {
                return;
            }
            if (known == null && candidate.end() == End.COLON) {
                known = rules.findByStart(candidate.spelling());
            }
            if (known == null) {
                tryUnknown(candidate, at, lineStart);
            } else if (isHeading(candidate, known, lineStart)) {
                open(known, candidate, at);
            }
        }

        /** "HPI  Nocturia for a month": blanks set the heading off. */
        private boolean tryGap(int at) {
            Candidate candidate = HeadingReader.readToGap(text, at);
            HeadingRule known = candidate == null ? null : rules.find(candidate.spelling());
            if (candidate == null || known == null || known.place() != HeadingRule.Place.ANY) {
                return false;
            }
            openKnown(known, candidate, at);
            return true;
        }

        /** "Dx strep throat", "Imp/ sprain": so short a word for a conclusion needs no colon. */
        private boolean tryShort(int at) {
            Candidate candidate = HeadingReader.readShort(text, at);
            HeadingRule known = candidate == null ? null : rules.find(candidate.spelling());
            if (candidate == null || known == null) {
                return false;
            }
            openKnown(known, candidate, at);
            return true;
        }

        private boolean isHeading(Candidate candidate, HeadingRule known, boolean lineStart) {
            if (!lineStart) {
                boolean everyday = known.place() == HeadingRule.Place.LABEL
                        && known.spelling().length() < 4;
                return candidate.end() == End.COLON && !everyday || candidate.end() == End.COMMA;
            }
            boolean letter = known.spelling().length() == 1;
            return switch (candidate.end()) {
                case COLON, COMMA -> true;
                case STOP ->
                    known.place() == HeadingRule.Place.ANY
                            && Character.isUpperCase(
                                    text.charAt(candidate.span().start()));
                case BAR -> !isTableRow(candidate);
                case DASH -> !letter || isSoap(candidate);
                case CASE ->
                    known.place() == HeadingRule.Place.ANY && known.spelling().length() > 5;
                case LINE ->
                    known.place() != HeadingRule.Place.LABEL
                            || candidate.marked()
                            || candidate.capitals() && (!letter || isSoap(candidate));
            };
        }

        private boolean isSoap(Candidate candidate) {
            if (!candidate.capitals()) {
                return false;
            }
            if (soap == null) {
                soap = SoapLetters.areHeadings(text);
            }
            return soap;
        }

        /** A cell of a table is no heading. */
        private boolean isTableRow(Candidate candidate) {
            int before = candidate.span().start() - 1;
            while (before >= 0 && text.charAt(before) == ' ') {
                before--;
            }
            return before >= 0 && text.charAt(before) == '|' || !candidate.capitals();
        }

        private void open(HeadingRule known, Candidate candidate, int at) {
            switch (known.place()) {
                case ANY, LABEL -> openKnown(known, candidate, at);
                case HISTORY -> {
                    if (HISTORIES.contains(kind)) {
                        begin(known.kind(), known, candidate, at);
                    }
                }
                case SYSTEM -> {
                    // The examination goes on after its vital signs.
                    if (kind == SectionKind.VITAL_SIGNS) {
                        begin(SectionKind.PHYSICAL_EXAM, known, candidate, at);
                    }
                }
                case SIGN -> {}
            }
        }

        private void openKnown(HeadingRule known, Candidate candidate, int at) {
            if (ITEM.matcher(candidate.spelling()).matches()) {
                openItem(candidate, at);
                return;
            }
            SectionKind opened = known.kind();
            boolean label = candidate.end() == End.COLON && !candidate.capitals() && !candidate.marked();
            boolean part = switch (kind) {
                case ASSESSMENT_AND_PLAN ->
                    label && opened == SectionKind.ASSESSMENT
                            || opened == SectionKind.PLAN
                            || label && DISCUSSED.contains(opened);
                case PLAN -> label && DISCUSSED.contains(opened);
                // "Problem: asthma" in a table of relatives; "Psychiatric history: none" in a review.
                case FAMILY_HISTORY -> known.place() == HeadingRule.Place.LABEL && label;
                case REVIEW_OF_SYSTEMS ->
                    label
                            && opened == SectionKind.PAST_MEDICAL_HISTORY
                            && !known.spelling().startsWith("past ");
                default -> false;
            };
            if (!part && !(label && opened == kind)) {
                begin(opened, known, candidate, at);
            }
        }

        /** "Problem 1:" counts the problems of an assessment, with or without a heading above. */
        private void openItem(Candidate candidate, int at) {
            if (!ASSESSED.contains(kind)) {
                begin(SectionKind.ASSESSMENT_AND_PLAN, null, candidate, at);
            }
        }

        private void tryUnknown(Candidate candidate, int at, boolean lineStart) {
            String spelling = candidate.spelling();
            boolean history = spelling.endsWith(" history") && candidate.end() == End.COLON && spelling.length() < 40;
            boolean line = candidate.end() == End.LINE || candidate.end() == End.COLON && candidate.capitals();
            boolean capitals = lineStart && candidate.capitals() && line && spelling.length() >= SHORTEST_UNKNOWN;
            boolean shouted = capitals && !isAmongCapitals(candidate.span());
            boolean marked = lineStart && candidate.marked() && candidate.end() == End.LINE;
            if ((history || shouted || marked) && ENDED_BY_UNKNOWN.contains(kind)) {
                begin(SectionKind.UNKNOWN, null, candidate, at);
            }
        }

        /** Whether the text around is in capitals too: then capitals mark no heading. */
        private boolean isAmongCapitals(Span words) {
            int letters = 0;
            for (int i = Math.max(0, words.start() - 120); i < Math.min(text.length(), words.end() + 120); i++) {
                if (Character.isLowerCase(text.charAt(i))) {
                    return false;
                }
                letters += !words.contains(i) && Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            }
            return letters > 20;
        }

        private void begin(SectionKind opened, @Nullable HeadingRule by, Candidate candidate, int at) {
            close(at);
            kind = opened;
            rule = by;
            heading = candidate.span();
            start = at;
        }

        private void close(int end) {
            if (end > start) {
                drafts.add(new Draft(new Section(kind, heading, new Span(start, end)), rule));
            }
        }

        List<Draft> finish() {
            close(text.length());
            return drafts;
        }
    }
}
