package ai.meddoc.coding;

import ai.meddoc.document.DocumentType;
import java.util.Collection;

/**
 * What is reported because of what else is, or is not: on a diagnostic report the symptom that prompted a test which
 * explains nothing (Official Guidelines IV.D, IV.K), how a reported injury came about (I.C.20.a.2),
 * and the injury whose sequela is reported (I.B.10). Stateless.
 */
final class Prompted {

    /** What an injury left is coded with the injury that left it (I.B.10). */
    private static final String SEQUELA = "S";

    private Prompted() {}

    static boolean isReported(Draft draft, Collection<Draft> reported, CodingInput input) {
        boolean told = draft.mentions().stream().anyMatch(CodedMention::isPresent);
        boolean note = input.type() == DocumentType.CLINICAL_NOTE;
        return told
                && switch (CodeKind.of(draft.code())) {
                    case SYMPTOM ->
                        !note
                                && Zone.of(draft) == Zone.REASON
                                && reported.stream().noneMatch(d -> explains(d, draft));
                    case CAUSE ->
                        (note ? isFresh(reported) : has(reported, CodeKind.INJURY)) && !has(reported, CodeKind.CAUSE);
                    case INJURY -> draft.code().endsWith(SEQUELA) && !reported.isEmpty();
                    default -> false;
                };
    }

    /** An injury under active treatment, whose cause matters most. */
    private static boolean isFresh(Collection<Draft> reported) {
        return reported.stream()
                .anyMatch(d ->
                        CodeKind.of(d.code()) == CodeKind.INJURY && d.code().endsWith("A"));
    }

    private static boolean has(Collection<Draft> reported, CodeKind kind) {
        return reported.stream().anyMatch(d -> CodeKind.of(d.code()) == kind);
    }

    /** Whether a reported diagnosis is of the organ systems whose symptom it is. */
    private static boolean explains(Draft diagnosis, Draft symptom) {
        return systemsOf(symptom.code()).indexOf(diagnosis.code().charAt(0)) >= 0;
    }

    private static String systemsOf(String symptom) {
        if (symptom.charAt(0) == 'M') {
            return "MSTCDG";
        }
        return switch (symptom.charAt(1)) {
            case '0' -> "IJCABST";
            case '1' -> "KNCDOST";
            case '3' -> "NCOST";
            default -> "ABCDEFGHIJKLMNOST";
        };
    }
}
