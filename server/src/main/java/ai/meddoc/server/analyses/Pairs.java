package ai.meddoc.server.analyses;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Which item of one list is which of another: by the strictest key first, the rest by the next. */
final class Pairs<T> {

    /** The same thing in both lists. */
    record Pair<T>(T from, T to) {}

    private final List<Pair<T>> both = new ArrayList<>();
    private final List<T> removed;
    private final List<T> added;

    private Pairs(List<T> from, List<T> to) {
        this.removed = new ArrayList<>(from);
        this.added = new ArrayList<>(to);
    }

    /** @param keys what tells items apart, the strictest first; of several with one key the first go together */
    static <T> Pairs<T> of(List<T> from, List<T> to, List<Function<T, String>> keys) {
        Pairs<T> pairs = new Pairs<>(from, to);
        keys.forEach(pairs::match);
        return pairs;
    }

    private void match(Function<T, String> key) {
        for (Iterator<T> left = removed.iterator(); left.hasNext(); ) {
            T one = left.next();
            String name = key.apply(one);
            for (Iterator<T> right = added.iterator(); right.hasNext(); ) {
                T other = right.next();
                if (name.equals(key.apply(other))) {
                    both.add(new Pair<>(one, other));
                    left.remove();
                    right.remove();
                    break;
                }
            }
        }
    }

    List<Pair<T>> both() {
        return List.copyOf(both);
    }

    List<T> removed() {
        return List.copyOf(removed);
    }

    List<T> added() {
        return List.copyOf(added);
    }
}
