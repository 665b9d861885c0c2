package ai.meddoc.coding;

import java.util.ArrayList;
import java.util.List;

/**
 * A code under consideration with everything that speaks for it.
 *
 * @param node the code's index in the release
 * @param code with its dot
 * @param mentions what in the text led to it, in text order
 * @param ruleIds the rules that shaped it so far
 */
record Draft(int node, String code, List<CodedMention> mentions, List<String> ruleIds) {

    private static final int CATEGORY = 3;

    Draft {
        mentions = List.copyOf(mentions);
        ruleIds = List.copyOf(ruleIds);
    }

    /** This draft with the other's mentions after its own. */
    Draft absorbing(Draft other) {
        List<CodedMention> all = new ArrayList<>(mentions);
        all.addAll(other.mentions);
        return new Draft(node, code, all, ruleIds);
    }

    /** The same evidence under another code, by a rule. */
    Draft recoded(int node, String code, String ruleId) {
        return new Draft(node, code, mentions, withRule(ruleId));
    }

    Draft by(String ruleId) {
        return recoded(node, code, ruleId);
    }

    private List<String> withRule(String ruleId) {
        if (ruleId.isEmpty() || ruleIds.contains(ruleId)) {
            return ruleIds;
        }
        List<String> all = new ArrayList<>(ruleIds);
        all.add(ruleId);
        return all;
    }

    String category() {
        return code.substring(0, CATEGORY);
    }

    /** Whether the other's category is the same. */
    boolean isBeside(Draft other) {
        return code.regionMatches(0, other.code, 0, CATEGORY);
    }

    boolean isSymptom() {
        return code.charAt(0) == 'R';
    }
}
