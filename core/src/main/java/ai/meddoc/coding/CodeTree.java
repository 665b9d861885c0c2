package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The children of each code as arrays, made on first use and kept. Thread-safe. */
final class CodeTree {

    private final Icd10Cm release;
    private final AtomicReferenceArray<int[]> children;

    CodeTree(Icd10Cm release) {
        this.release = release;
        this.children = new AtomicReferenceArray<>(release.size());
    }

    Icd10Cm release() {
        return release;
    }

    /** In code order; not to be changed. */
    int[] childrenOf(int node) {
        int[] known = children.get(node);
        if (known == null) {
            known = new int[release.childCount(node)];
            int child = release.firstChild(node);
            for (int i = 0; i < known.length; i++) {
                known[i] = child;
                child = release.nextSibling(child);
            }
            children.set(node, known);
        }
        return known;
    }
}
