package ai.meddoc.coding;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a disease to the code of its history, by the longest prefix. Immutable; thread-safe. */
final class CodeMap {

    private final Map<String, String> byPrefix;

    private CodeMap(Map<String, String> byPrefix) {
        this.byPrefix = Map.copyOf(byPrefix);
    }

    static CodeMap load(String file) {
        Map<String, String> map = new HashMap<>();
        for (List<String> row : RuleFile.rows(CodeMap.class, file, 2)) {
            map.put(row.get(0), row.get(1));
        }
        return new CodeMap(map);
    }

    Optional<String> of(String code) {
        for (int n = code.length(); n >= 2; n--) {
            String found = byPrefix.get(code.substring(0, n));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
