package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.mention.Mention;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.section.SectionKind;

/**
 * A mention with what the text says of it and the code it leads to.
 *
 * @param node the billable code's index in the release
 * @param ruleId the rule that turned the mention into another code (history, family), or the empty string
 * @param problem where it stands to the lines that head the problems of an assessment
 */
record CodedMention(
        Mention mention, Assertion assertion, SectionKind section, ProblemPlace problem, int node, String ruleId) {

    boolean problemLine() {
        return problem != ProblemPlace.ELSEWHERE;
    }

    boolean isPresent() {
        return assertion.presence() == Assertion.Presence.PRESENT
                && assertion.experiencer() == Assertion.Experiencer.PATIENT;
    }
}
