package ai.meddoc.bench;

import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.TermLibrary;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Locale;
import java.util.TreeMap;

/** A double-array Aho-Corasick automaton over all phrases of our own term index: exact look-up, no other word order. */
final class AhoCorasickPeer implements Peer {

    private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
    private final int size;

    AhoCorasickPeer() {
        TermIndex terms = TermLibrary.index(Icd10CmReleases.bundled().newest());
        TreeMap<String, Integer> phrases = new TreeMap<>();
        for (int i = 0; i < terms.size(); i++) {
            phrases.put(terms.term(i).phrase().toLowerCase(Locale.ROOT), i);
        }
        trie.build(phrases);
        size = phrases.size();
    }

    @Override
    public String name() {
        return "aho-corasick-double-array-trie 1.2.3 (exact look-up of " + size + " terms)";
    }

    @Override
    public int work(String note) {
        return trie.parseText(note.toLowerCase(Locale.ROOT)).size();
    }
}
