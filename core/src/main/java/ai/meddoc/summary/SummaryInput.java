package ai.meddoc.summary;

import ai.meddoc.coding.CodingResult;
import ai.meddoc.document.DocumentType;
import ai.meddoc.lab.LabResult;
import ai.meddoc.section.ProblemLine;
import ai.meddoc.section.Section;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Sentence;
import java.util.List;

/** What the steps before found, as far as the summary needs it. */
public record SummaryInput(
        DocumentText text,
        DocumentType type,
        List<Section> sections,
        List<Sentence> sentences,
        List<ProblemLine> problems,
        List<LabResult> labResults,
        CodingResult coding) {

    public SummaryInput {
        sections = List.copyOf(sections);
        sentences = List.copyOf(sentences);
        problems = List.copyOf(problems);
        labResults = List.copyOf(labResults);
    }

    @Override
    public String toString() {
        return "SummaryInput[" + type + "]";
    }
}
