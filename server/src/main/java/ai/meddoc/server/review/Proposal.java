package ai.meddoc.server.review;

import ai.meddoc.server.analyses.CodeJson;
import ai.meddoc.server.analyses.CodeList;
import ai.meddoc.server.analyses.RejectedCodeJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there was before anybody decided: a code of the engine, or one that a rule refused.
 *
 * @param item the line's name
 */
record Proposal(String item, Origin origin, Coded coded, Argument argument) {

    /**
     * Why the engine or the rule says so.
     *
     * @param status of the engine's code: reported or suggested
     * @param confidence of the engine's code
     * @param rules that shaped the code, or the one that refused it
     */
    record Argument(
            @Nullable String status,
            @Nullable Double confidence,
            @Nullable String rationale,
            List<String> rules) {

        static final Argument NONE = new Argument(null, null, null, List.of());

        /** Prints no text. */
        @Override
        public String toString() {
            return "Argument" + rules;
        }
    }

    /** The engine's codes, the first-listed one before the others, then the refused ones; numbered as they were given. */
    static List<Proposal> of(CodeList codes) {
        List<Proposal> all = new ArrayList<>();
        for (int i = 0; i < codes.codes().size(); i++) {
            CodeJson code = codes.codes().get(i);
            all.add(code.firstListed() ? 0 : all.size(), coded(Origin.CODED.item(i + 1), code));
        }
        for (int i = 0; i < codes.rejectedCodes().size(); i++) {
            all.add(refused(Origin.REFUSED.item(i + 1), codes.rejectedCodes().get(i)));
        }
        return all;
    }

    private static Proposal coded(String item, CodeJson code) {
        return new Proposal(
                item,
                Origin.CODED,
                new Coded(code.code(), code.description(), code.evidenceSpans()),
                new Argument(code.status(), code.confidence(), code.rationale(), code.rules()));
    }

    private static Proposal refused(String item, RejectedCodeJson code) {
        return new Proposal(
                item,
                Origin.REFUSED,
                new Coded(code.code(), code.description(), code.evidenceSpans()),
                new Argument(null, null, code.reason(), List.of(code.rule())));
    }
}
