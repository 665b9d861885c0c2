package ai.meddoc.infra.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads single values of an environment's file and says in one line what is wrong with one. */
final class Values {

    private final String file;
    private final Map<String, String> values;
    private final Set<String> read = new HashSet<>();

    Values(String file, Map<String, String> values) {
        this.file = file;
        this.values = Map.copyOf(values);
    }

    String text(String name, Pattern form, String example) {
        String value = required(name);
        if (!form.matcher(value).matches()) {
            throw wrong(name, "must look like " + example);
        }
        return value;
    }

    int number(String name, int least, int most) {
        String value = required(name);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the sentence that covers both.
        }
        throw wrong(name, "must be a whole number from " + least + " to " + most);
    }

    int oneOf(String name, List<Integer> allowed) {
        int value = number(name, 0, Integer.MAX_VALUE);
        if (!allowed.contains(value)) {
            throw wrong(name, "must be one of " + allowed);
        }
        return value;
    }

    boolean flag(String name) {
        return switch (required(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "must be true or false");
        };
    }

    /** A line that nothing reads is a mistyped name. */
    void refuseOthers() {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(read);
        if (!unknown.isEmpty()) {
            throw new ConfigException(file + ": unknown " + String.join(", ", unknown));
        }
    }

    ConfigException wrong(String name, String must) {
        return new ConfigException(file + ": " + name + " " + must);
    }

    private String required(String name) {
        read.add(name);
        String value = values.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw wrong(name, "is missing");
        }
        return value;
    }
}
