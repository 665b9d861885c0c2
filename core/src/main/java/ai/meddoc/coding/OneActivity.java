package ai.meddoc.coding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An encounter has one activity code (Official Guidelines I.C.20.c). Of several, those stand that are told together with
 * how the injury came about; a sport that the patient plays besides is none. Stateless.
 */
final class OneActivity {

    private static final String ACTIVITY = "Y93";
    private static final String RULE = "ONE-ACTIVITY";

    private OneActivity() {}

    static void keep(Map<String, Draft> drafts, Rejections rejections) {
        List<Draft> activities = drafts.values().stream()
                .filter(d -> d.code().startsWith(ACTIVITY))
                .toList();
        if (activities.size() < 2) {
            return;
        }
        Set<Integer> told = drafts.values().stream()
                .filter(d -> CodeKind.of(d.code()) == CodeKind.CAUSE)
                .flatMap(d -> sentences(d).stream())
                .collect(Collectors.toSet());
        List<Draft> besides = activities.stream()
                .filter(d -> sentences(d).stream().noneMatch(told::contains))
                .toList();
        if (besides.size() < activities.size()) {
            for (Draft activity : besides) {
                drafts.remove(activity.code());
                rejections.draft(activity, RULE);
            }
        }
    }

    private static Collection<Integer> sentences(Draft draft) {
        return draft.mentions().stream().map(m -> m.mention().sentence()).toList();
    }
}
