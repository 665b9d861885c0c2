package ai.meddoc.engine;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.AssertionDetector;
import ai.meddoc.assertion.SentenceContext;
import ai.meddoc.classify.Classification;
import ai.meddoc.classify.DocumentClassifier;
import ai.meddoc.coding.CandidateFeatures;
import ai.meddoc.coding.CodeAssigner;
import ai.meddoc.coding.CodingInput;
import ai.meddoc.coding.CodingResult;
import ai.meddoc.coding.RuleBook;
import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.lab.LabExtractor;
import ai.meddoc.mention.LearnedPhrases;
import ai.meddoc.mention.Mention;
import ai.meddoc.mention.MentionFinder;
import ai.meddoc.mention.TextWords;
import ai.meddoc.mention.WordReader;
import ai.meddoc.section.ProblemLine;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.section.ProblemReader;
import ai.meddoc.section.Section;
import ai.meddoc.section.SectionKind;
import ai.meddoc.section.Sectionizer;
import ai.meddoc.summary.Summarizer;
import ai.meddoc.summary.Summary;
import ai.meddoc.summary.SummaryInput;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.TermLibrary;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offline engine: no network, no key, no licence. The steps stand below in the order in which they run. Built once,
 * immutable apart from releases that are loaded on first use, shared by threads.
 */
public final class LocalEngine implements ClinicalEngine {

    /** The name in {@link Analysis.Provenance}. */
    public static final String NAME = "local";

    private static final String VERSION = "0.1.0";

    private final Icd10CmReleases releases;
    private final DocumentClassifier classifier = DocumentClassifier.load();
    private final Sectionizer sectionizer = Sectionizer.load();
    private final SentenceSplitter splitter = SentenceSplitter.load();
    private final ProblemReader problemReader = ProblemReader.load();
    private final LabExtractor labExtractor = LabExtractor.load();
    private final AssertionDetector assertionDetector = AssertionDetector.load();
    private final Summarizer summarizer = new Summarizer();
    private final LearnedPhrases learned;
    private final Map<String, ReleaseSteps> byRelease = new ConcurrentHashMap<>();

    private LocalEngine(Icd10CmReleases releases, LearnedPhrases learned) {
        this.releases = releases;
        this.learned = learned;
    }

    /** An engine on the bundled releases. */
    public static LocalEngine load() {
        return on(Icd10CmReleases.bundled());
    }

    public static LocalEngine on(Icd10CmReleases releases) {
        return with(releases, LearnedPhrases.bundled());
    }

    /** @param learned the phrases that count beside the index's terms where every mention is counted */
    public static LocalEngine with(Icd10CmReleases releases, LearnedPhrases learned) {
        LocalEngine engine = new LocalEngine(releases, learned);
        engine.stepsFor(releases.newest());
        return engine;
    }

    /** What depends on the release in force. */
    private record ReleaseSteps(Icd10Cm release, WordReader words, MentionFinder mentions, CodeAssigner codes) {}

    private ReleaseSteps stepsFor(Icd10Cm release) {
        return byRelease.computeIfAbsent(release.release(), name -> {
            TermIndex terms = TermLibrary.index(release);
            return new ReleaseSteps(
                    release,
                    WordReader.of(terms.vocabulary()),
                    new MentionFinder(terms),
                    new CodeAssigner(release, terms, RuleBook.load()));
        });
    }

    @Override
    public Analysis analyze(AnalysisRequest request) {
        return analysis(read(request));
    }

    /** The same with what led to it, for engines that build on this one. */
    public DocumentReading examine(AnalysisRequest request) {
        Reading reading = read(request);
        ReleaseSteps steps = reading.steps();
        return new DocumentReading(
                request.text(),
                analysis(reading),
                steps.release(),
                reading.input(),
                proposals -> steps.codes().judge(reading.input(), proposals));
    }

    private Analysis analysis(Reading reading) {
        CodingInput input = reading.input();
        CodingResult coding = reading.steps().codes().assign(input);
        Summary summary = summarizer.summarize(new SummaryInput(input, reading.sections(), reading.problems(), coding));
        return new Analysis(
                reading.classification(),
                reading.encounter(),
                reading.sections(),
                input.labResults(),
                coding,
                summary,
                reading.findings(),
                new Analysis.Provenance(NAME, VERSION, reading.release()));
    }

    /** Every code under consideration for a document with what the models know of it; what training learns from. */
    public List<CandidateFeatures> candidates(AnalysisRequest request) {
        Reading reading = read(request);
        return reading.steps().codes().candidates(reading.input());
    }

    /** What is known of a document before codes are assigned. */
    private record Reading(
            Encounter encounter,
            String release,
            ReleaseSteps steps,
            Classification classification,
            List<Section> sections,
            List<ProblemLine> problems,
            CodingInput input,
            List<Finding> findings) {}

    private Reading read(AnalysisRequest request) {
        DocumentText text = request.text();
        Encounter encounter = EncounterReader.complete(request.encounter(), text);
        Icd10CmReleases.Choice inForce = releases.inForce(encounter.dateOfService());
        ReleaseSteps steps = stepsFor(inForce.release());
        List<Section> sections = sectionizer.sectionize(text);
        Classification classification = classification(request);
        List<Sentence> sentences = splitter.split(text);
        List<ProblemLine> problems = problemReader.read(text, sections, sentences);
        TextWords words = steps.words().read(text, sentences);
        boolean all = request.codingMode() == AnalysisRequest.CodingMode.ALL_MENTIONS;
        List<Mention> mentions = all
                ? allMentions(text.text(), words, inForce.release())
                : steps.mentions().find(text.text(), words);
        List<SentenceContext> contexts = assertionDetector.contextsOf(text, sentences, sections);
        CodingInput input = new CodingInput(
                text,
                classification.type(),
                Objects.requireNonNull(encounter.encounterClass()),
                words,
                mentions,
                assertions(contexts, mentions),
                contexts,
                kinds(sections, sentences),
                places(problems, mentions, text.text()),
                labExtractor.extract(text),
                all);
        return new Reading(
                encounter,
                inForce.release().release(),
                steps,
                classification,
                sections,
                problems,
                input,
                findings(text, inForce));
    }

    private List<Mention> allMentions(String text, TextWords words, Icd10Cm release) {
        List<Mention> mentions = new ArrayList<>(stepsFor(release).mentions().findNested(text, words));
        mentions.addAll(learned.find(text, words, release));
        return mentions;
    }

    private Classification classification(AnalysisRequest request) {
        DocumentType hint = request.typeHint();
        return hint == null
                ? classifier.classify(request.text())
                : new Classification(
                        hint, 1.0, "The type was given with the document; it was not classified.", List.of());
    }

    /** Each sentence's section; both lists are in text order, so one pass does. */
    private static List<SectionKind> kinds(List<Section> sections, List<Sentence> sentences) {
        List<SectionKind> kinds = new ArrayList<>(sentences.size());
        int at = 0;
        for (Sentence sentence : sentences) {
            while (at + 1 < sections.size()
                    && sections.get(at).span().end() <= sentence.span().start()) {
                at++;
            }
            kinds.add(
                    sections.isEmpty() ? SectionKind.UNKNOWN : sections.get(at).kind());
        }
        return kinds;
    }

    private static List<Assertion> assertions(List<SentenceContext> contexts, List<Mention> mentions) {
        return mentions.stream()
                .map(mention -> contexts.get(mention.sentence()).assertionOf(mention.span()))
                .toList();
    }

    /** Where mentions stand to the problems, which are in text order and do not overlap. */
    private static List<ProblemPlace> places(List<ProblemLine> problems, List<Mention> mentions, String text) {
        NavigableMap<Integer, ProblemLine> byStart = new TreeMap<>();
        problems.forEach(problem -> byStart.put(problem.name().start(), problem));
        return mentions.stream()
                .map(mention -> {
                    Map.Entry<Integer, ProblemLine> before =
                            byStart.lowerEntry(mention.span().end());
                    return before == null
                            ? ProblemPlace.ELSEWHERE
                            : before.getValue().placeOf(mention.span(), text);
                })
                .toList();
    }

    private static List<Finding> findings(DocumentText text, Icd10CmReleases.Choice inForce) {
        List<Finding> findings = new ArrayList<>(text.findings());
        findings.addAll(inForce.findings());
        return findings;
    }
}
