package ai.meddoc.server.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the chain from its first row to its head and says where it does not hold. One use each. */
final class AuditVerifier {

    private static final int PAGE = 1_000;
    private static final int MOST = 20;
    private final AuditKey key;
    private final List<AuditAnchor> anchors;
    private final List<String> findings = new ArrayList<>();
    private long rows;
    private long last;
    private String mac = "";

    AuditVerifier(AuditKey key, List<AuditAnchor> anchors) {
        this.key = key;
        this.anchors = List.copyOf(anchors);
    }

    AuditReport verify(Connection connection) throws SQLException {
        AuditHead head = new AuditHead(0, "", "", "");
        List<AuditRows.Sealed> page = AuditRows.after(connection, last, PAGE);
        // The head after the rows: others may add some meanwhile, and then there is another page.
        while (!page.isEmpty()) {
            page.forEach(this::follow);
            head = AuditRows.head(connection);
            page = AuditRows.after(connection, last, PAGE);
        }
        compare(rows == 0 ? AuditRows.head(connection) : head);
        for (AuditAnchor anchor : anchors) {
            compare(connection, anchor);
        }
        return new AuditReport(rows, findings, new AuditAnchor(head.seq(), head.mac()));
    }

    private void follow(AuditRows.Sealed sealed) {
        AuditRow row = sealed.row();
        if (row.seq() != last + 1) {
            find(
                    last + 1 == row.seq() - 1
                            ? "row " + (last + 1) + " is missing"
                            : "rows " + (last + 1) + " to " + (row.seq() - 1) + " are missing");
        } else if (!sealed.previous().equals(mac)) {
            find("row " + row.seq() + " does not follow the row before it");
        }
        if (!sealed.keyId().equals(key.id())) {
            find("row " + row.seq() + " was sealed with another key (" + sealed.keyId() + ") and cannot be checked");
        } else if (!key.mac(row.sealed(sealed.previous())).equals(sealed.mac())) {
            find("row " + row.seq() + " was changed");
        }
        last = row.seq();
        mac = sealed.mac();
        rows++;
    }

    private void compare(AuditHead head) {
        if (head.seq() != last) {
            find("the head says " + head.seq() + " rows, the last is " + last);
        } else if (!head.mac().equals(mac) || !head.holds(key)) {
            find("the head's seal does not hold");
        }
    }

    private void compare(Connection connection, AuditAnchor anchor) throws SQLException {
        Optional<String> found = anchor.seq() == 0 ? Optional.of("") : AuditRows.mac(connection, anchor.seq());
        if (found.isEmpty()) {
            find("row " + anchor.seq() + ", which an anchor names, is missing: rows were cut off, or an older copy of"
                    + " the database was restored");
        } else if (!found.get().equals(anchor.mac())) {
            find("row " + anchor.seq() + " is not the one that an anchor names");
        }
    }

    private void find(String finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }
}
