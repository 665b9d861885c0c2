package ai.meddoc.assertion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All literals as paths of word numbers; walks from every token once. Built once, then immutable and thread-safe. */
final class RuleTrie {

    private static final long EMPTY = -1;

    private final Words words;
    private final long[] keys;
    private final int[] children;
    private final List<List<ContextRule>> rulesAt;

    private RuleTrie(Words words, Map<Long, Integer> edges, List<List<ContextRule>> rulesAt) {
        this.words = words;
        this.rulesAt = List.copyOf(rulesAt);
        int size = Integer.highestOneBit(edges.size() * 4);
        keys = new long[size];
        children = new int[size];
        Arrays.fill(keys, EMPTY);
        edges.forEach(this::put);
    }

    static RuleTrie of(List<ContextRule> rules) {
        Words words = Words.of(rules);
        Map<Long, Integer> edges = new HashMap<>();
        List<List<ContextRule>> rulesAt = new ArrayList<>();
        rulesAt.add(new ArrayList<>());
        for (ContextRule rule : rules) {
            int node = 0;
            for (String word : rule.literal().split(" ")) {
                int from = node;
                node = edges.computeIfAbsent(key(from, words.add(word)), k -> {
                    rulesAt.add(new ArrayList<>());
                    return rulesAt.size() - 1;
                });
            }
            rulesAt.get(node).add(rule);
        }
        return new RuleTrie(words, edges, rulesAt);
    }

    Words words() {
        return words;
    }

    /** The child of a node by a word, 0 when there is none; 0 is the root. */
    int child(int node, int symbol) {
        if (symbol == Words.NONE) {
            return 0;
        }
        long key = key(node, symbol);
        int slot = slot(key);
        while (keys[slot] != EMPTY) {
            if (keys[slot] == key) {
                return children[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return 0;
    }

    /** The rules whose literal ends at a node. */
    List<ContextRule> rules(int node) {
        return rulesAt.get(node);
    }

    private void put(long key, int child) {
        int slot = slot(key);
        while (keys[slot] != EMPTY) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private static long key(int node, int symbol) {
        return (long) node << 32 | symbol;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (keys.length - 1);
    }
}
