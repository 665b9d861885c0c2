package ai.meddoc.cli.evals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.AssertionDetector;
import ai.meddoc.assertion.SentenceContext;
import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.mention.Mention;
import ai.meddoc.mention.MentionFinder;
import ai.meddoc.mention.WordReader;
import ai.meddoc.summary.Summary;
import ai.meddoc.summary.SummaryStatement;
import ai.meddoc.terminology.CodeNote;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.TermLibrary;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.SentenceSplitter;
import ai.meddoc.text.Span;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every answer, whatever the document: over all the texts that evaluations and training use. */
final class EvaluationInvariantsTest {

    private static final Set<String> UNRELATED = Set.of("EXCLUDES1-OTHER-SIDE", "EXCLUDES1-UNRELATED");

    private static final Path OUTSIDE = Path.of(System.getenv().getOrDefault("MEDDOC_DATA", "../../shared/data"));
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /** The set calls what is resolved denied; a coder reports it as history (I.C.21.c.4). */
    private static final Set<String> RESOLVED = Set.of("negex-850: Z87.19");

    private static LocalEngine engine;
    private static Icd10Cm release;
    private static WordReader words;
    private static MentionFinder mentions;

    private final SentenceSplitter splitter = SentenceSplitter.load();
    private final AssertionDetector detector = AssertionDetector.load();

    @BeforeAll
    static void load() {
        engine = LocalEngine.load();
        release = Icd10CmReleases.bundled().newest();
        TermIndex terms = TermLibrary.index(release);
        words = WordReader.of(terms.vocabulary());
        mentions = new MentionFinder(terms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evals/datasets/synthetic_v1.json",
                "../training/labels/notes.jsonl",
                "../training/labels/notes-2.jsonl",
                "../training/labels/notes-3.jsonl",
                "../training/labels/notes-4.jsonl",
                "../training/labels/notes-5.jsonl",
                "../training/labels/notes-6.jsonl",
                "../training/labels/notes-7.jsonl",
                "../training/labels/notes-8.jsonl",
                "../training/labels/notes-9.jsonl",
                "../training/labels/notes-10.jsonl",
                "../training/labels/notes-11.jsonl",
                "../training/labels/notes-12.jsonl",
                "data:codes/aci_dev.jsonl",
                "data:codes/codiesp_dev.jsonl",
                "data:codes/codiesp_train.jsonl",
                "data:types/types_dev.jsonl",
                "data:labs/labs_dev.jsonl",
            })
    void holdOfEveryText(String data) {
        Path file = data.startsWith("data:") ? OUTSIDE.resolve(data.substring(5)) : Path.of(data);
        assumeTrue(Files.isReadable(file), "the data is not here");
        List<String> broken = new ArrayList<>();
        for (JsonNode item : Gold.read(file)) {
            DocumentText text = DocumentText.of(item.path("text").asText());
            Analysis analysis = engine.analyze(AnalysisRequest.of(text));
            String id = item.path("id").asText();
            check(text.text(), analysis).forEach(what -> broken.add(id + ": " + what));
            context(text, analysis).forEach(what -> broken.add(id + ": " + what));
        }
        assertThat(broken).isEmpty();
    }

    /** No code rests on what a sentence denies. The set marks one place of the concept: its last. */
    @ParameterizedTest
    @EnumSource(AnalysisRequest.CodingMode.class)
    void noCodeRestsOnWhatIsDenied(AnalysisRequest.CodingMode mode) {
        Path file = OUTSIDE.resolve("assertions/negex_dev.jsonl");
        assumeTrue(Files.isReadable(file), "the data is not here");
        List<String> broken = new ArrayList<>();
        int denied = 0;
        for (JsonNode item : Gold.read(file)) {
            String sentence = item.path("sentence").asText();
            Optional<Span> concept =
                    last(sentence, item.path("concept").asText().strip());
            if (!item.path("negated").asBoolean() || concept.isEmpty()) {
                continue;
            }
            denied++;
            AnalysisRequest request = AnalysisRequest.of(DocumentText.of(sentence));
            engine.analyze(request.withCodingMode(mode)).coding().assignments().stream()
                    .filter(code -> code.evidence().stream()
                            .anyMatch(evidence -> evidence.span().overlaps(concept.get())))
                    .forEach(code -> broken.add(
                            item.path("id").asText() + ": " + code.code().code()));
        }
        assertThat(denied).isGreaterThan(200);
        assertThat(broken).isSubsetOf(RESOLVED);
    }

    private static Optional<Span> last(String sentence, String concept) {
        Pattern whole = Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(concept) + "(?!\\w)");
        return whole.matcher(sentence)
                .results()
                .reduce((earlier, later) -> later)
                .map(found -> new Span(found.start(), found.end()));
    }

    private static List<String> check(String text, Analysis analysis) {
        List<String> broken = new ArrayList<>();
        for (Evidence e : quotes(analysis)) {
            if (!text.substring(e.span().start(), e.span().end()).equals(e.quote())) {
                broken.add("a quote is not the text at " + e.span());
            }
            if (e.quote().length() > Evidence.MAX_LENGTH) {
                broken.add("a quote of " + e.quote().length());
            }
        }
        for (CodeAssignment assignment : analysis.coding().assignments()) {
            String code = assignment.code().code();
            if (assignment.evidence().isEmpty() || !release.isBillable(code)) {
                broken.add(code + " has no evidence or is not billable");
            }
        }
        conflicts(analysis, broken);
        summary(analysis.summary(), broken);
        return broken;
    }

    private static List<Evidence> quotes(Analysis analysis) {
        List<Evidence> quotes = new ArrayList<>();
        analysis.coding().assignments().forEach(a -> quotes.addAll(a.evidence()));
        analysis.coding().rejected().forEach(r -> quotes.addAll(r.evidence()));
        analysis.summary().statements().forEach(s -> quotes.addAll(s.evidence()));
        return quotes;
    }

    /**
     * No two reported codes of which one's Excludes1 note names the other, but where both assignments carry a rule of
     * guideline I.A.12.a by which the two conditions are unrelated.
     */
    private static void conflicts(Analysis analysis, List<String> broken) {
        List<CodeAssignment> reported = analysis.coding().assignments().stream()
                .filter(a -> a.status() == CodeAssignment.Status.REPORTED)
                .toList();
        List<String> codes = reported.stream().map(a -> a.code().code()).toList();
        List<String> unrelated = reported.stream()
                .filter(a -> a.ruleIds().stream().anyMatch(UNRELATED::contains))
                .map(a -> a.code().code())
                .toList();
        for (String code : codes) {
            for (CodeNote note : release.notesInForce(code)) {
                if (note.kind() == CodeNote.Kind.EXCLUDES1) {
                    codes.stream()
                            .filter(other -> !other.equals(code))
                            .filter(other -> note.codes().stream().anyMatch(named -> names(named, other)))
                            .filter(other -> !unrelated.contains(code) || !unrelated.contains(other))
                            .forEach(other -> broken.add(code + " excludes " + other));
                }
            }
        }
    }

    /** "J18", "J18.-", "J09-J18". */
    private static boolean names(String named, String code) {
        String[] ends = named.replace(".-", "").split("-");
        String last = ends[ends.length - 1];
        return code.startsWith(ends[0])
                || ends.length == 2
                        && code.compareTo(ends[0]) >= 0
                        && (code.compareTo(last) <= 0 || code.startsWith(last));
    }

    /** Few short sentences; every number of a sentence stands in its evidence. */
    private static void summary(Summary summary, List<String> broken) {
        if (summary.statements().size() > Summary.MAX_STATEMENTS) {
            broken.add(summary.statements().size() + " sentences");
        }
        for (SummaryStatement statement : summary.statements()) {
            StringBuilder said = new StringBuilder();
            statement.evidence().forEach(e -> said.append(e.quote()).append(' '));
            List<String> known =
                    NUMBER.matcher(said).results().map(r -> r.group()).toList();
            NUMBER.matcher(statement.text())
                    .results()
                    .filter(number -> !known.contains(number.group()))
                    .forEach(number -> broken.add("a number that " + statement + " does not say"));
            if (statement.text().length() > SummaryStatement.MAX_LENGTH
                    || statement.evidence().isEmpty()) {
                broken.add("a sentence too long or without evidence");
            }
        }
    }

    /** What the document denies, or says of somebody else, is quoted with the words that say so. */
    private List<String> context(DocumentText text, Analysis analysis) {
        List<Sentence> sentences = splitter.split(text);
        List<SentenceContext> contexts = detector.contextsOf(text, sentences, analysis.sections());
        List<Span> said = analysis.summary().statements().stream()
                .flatMap(s -> s.evidence().stream())
                .map(Evidence::span)
                .toList();
        List<String> broken = new ArrayList<>();
        for (Mention mention : mentions.find(text.text(), words.read(text, sentences))) {
            Assertion assertion = contexts.get(mention.sentence()).assertionOf(mention.span());
            Span reason = assertion.trigger();
            if (reason == null || assertion.isAffirmed()) {
                continue;
            }
            Span trigger = reason;
            said.stream()
                    .filter(span -> span.contains(mention.span()) && !span.contains(trigger))
                    .filter(span -> analysis.labResults().stream()
                            .noneMatch(lab -> lab.span().equals(span)))
                    .forEach(span -> broken.add("stated at " + span + " what is denied"));
        }
        return broken;
    }
}
