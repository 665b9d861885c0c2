package ai.meddoc.claude.check;

import ai.meddoc.classify.Classification;
import ai.meddoc.coding.CodingResult;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.summary.Summary;
import ai.meddoc.terminology.CodeSearch;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is left of a model's reply after the document, the catalogue and the guidelines have had their say. Immutable apart
 * from searches made on first use; thread-safe.
 */
public final class ReplyCheck {

    private final InstructionFinder instructions = InstructionFinder.load();
    private final OwnWords.Instructions own;
    private final Map<String, CodeSearch> searches = new ConcurrentHashMap<>();

    /** @param prompt the fixed part of the question, which must not come back */
    public ReplyCheck(String prompt) {
        this.own = OwnWords.Instructions.of(prompt);
    }

    /** The passages of a text that speak to a program. */
    public List<Span> instructionsIn(String text) {
        return instructions.find(text);
    }

    /**
     * The checked analysis.
     *
     * @param replies one per stretch of the document, in order
     * @param hinted whether the caller gave the type
     */
    public Analysis check(
            DocumentReading reading, List<Located> replies, boolean hinted, Analysis.Provenance provenance) {
        List<Span> passages = instructionsIn(reading.text().text());
        OwnWords ownWords = new OwnWords(reading.text().text(), passages, own);
        Evidenced evidenced = new Evidenced(reading.text(), passages);
        CodeSearch search =
                searches.computeIfAbsent(reading.release().release(), name -> CodeSearch.of(reading.release()));
        ProposalCheck codes = new ProposalCheck(reading, evidenced, new CodeSupport(reading, search), ownWords);
        CodingResult coding = codes.check(replies);
        Classification type = new TypeCheck(reading, evidenced, ownWords).check(replies, hinted);
        SummaryCheck summaries = new SummaryCheck(reading, evidenced, ownWords);
        Summary summary = summaries.check(replies);
        Analysis local = reading.local();
        return new Analysis(
                type,
                local.encounter(),
                local.sections(),
                local.labResults(),
                coding,
                summary,
                findings(local, passages, replies, codes.leftOut() + summaries.leftOut()),
                provenance);
    }

    private static List<Finding> findings(Analysis local, List<Span> passages, List<Located> replies, int leftOut) {
        List<Finding> findings = new ArrayList<>(local.findings());
        passages.forEach(span -> findings.add(new Finding(
                Finding.Code.INSTRUCTION_IN_TEXT,
                "claude",
                span,
                "This passage reads like an instruction to a program; nothing rests on it.")));
        int faults =
                leftOut + replies.stream().mapToInt(r -> r.reply().faults()).sum();
        if (faults > 0) {
            findings.add(new Finding(
                    Finding.Code.MODEL_REPLY,
                    "claude",
                    null,
                    faults + " part" + (faults == 1 ? "" : "s")
                            + " of the model's reply were left out: malformed or not proven by the document."));
        }
        return findings;
    }
}
