package ai.meddoc.summary;

import ai.meddoc.coding.CodingInput;
import ai.meddoc.coding.CodingResult;
import ai.meddoc.document.DocumentType;
import ai.meddoc.lab.LabResult;
import ai.meddoc.section.ProblemLine;
import ai.meddoc.section.Section;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * What the steps before found, as far as the summary needs it.
 *
 * @param read what coding was given: text, type, sentences, asserted mentions in text order, laboratory values
 */
public record SummaryInput(CodingInput read, List<Section> sections, List<ProblemLine> problems, CodingResult coding) {

    public SummaryInput {
        Objects.requireNonNull(read);
        sections = List.copyOf(sections);
        problems = List.copyOf(problems);
        Objects.requireNonNull(coding);
    }

    DocumentText text() {
        return read.text();
    }

    String quote(Span span) {
        return read.text().quote(span);
    }

    DocumentType type() {
        return read.type();
    }

    List<Sentence> sentences() {
        return read.words().all();
    }

    List<LabResult> labResults() {
        return read.labResults();
    }

    @Override
    public String toString() {
        return "SummaryInput[" + type() + "]";
    }
}
