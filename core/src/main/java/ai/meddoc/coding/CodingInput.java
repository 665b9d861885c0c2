package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.SentenceContext;
import ai.meddoc.document.DocumentType;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.lab.LabResult;
import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.section.SectionKind;
import ai.meddoc.text.DocumentText;
import java.util.List;

/**
 * What the steps before coding found.
 *
 * @param assertions one per mention
 * @param contexts one per sentence of {@code words}
 * @param sections one per sentence of {@code words}
 * @param problems one per mention: where it stands to the lines that head the problems of an assessment
 * @param allMentions every present mention becomes a code, not only what a coder would report
 */
public record CodingInput(
        DocumentText text,
        DocumentType type,
        EncounterClass encounterClass,
        TextWords words,
        List<Mention> mentions,
        List<Assertion> assertions,
        List<SentenceContext> contexts,
        List<SectionKind> sections,
        List<ProblemPlace> problems,
        List<LabResult> labResults,
        boolean allMentions) {

    public CodingInput {
        mentions = List.copyOf(mentions);
        assertions = List.copyOf(assertions);
        contexts = List.copyOf(contexts);
        sections = List.copyOf(sections);
        problems = List.copyOf(problems);
        labResults = List.copyOf(labResults);
        if (assertions.size() != mentions.size() || sections.size() != words.sentences()) {
            throw new IllegalArgumentException("assertions or sections do not match");
        }
    }

    @Override
    public String toString() {
        return "CodingInput[" + type + ", " + mentions.size() + " mentions]";
    }
}
