package ai.meddoc.server.documents;

import java.util.List;

/**
 * How files and rows agree.
 *
 * @param files how many the store holds
 * @param orphans keys of files that no document has, old enough not to be on their way
 * @param missing documents whose file is not there
 */
record SweepReport(long files, List<String> orphans, List<Long> missing) {

    private static final int FEW = 10;

    SweepReport {
        orphans = List.copyOf(orphans);
        missing = List.copyOf(missing);
    }

    /** Most files having no document looks like the wrong database, not like leftovers. */
    boolean looksLikeAnotherDatabase() {
        return orphans.size() > FEW && orphans.size() > files / 2;
    }
}
