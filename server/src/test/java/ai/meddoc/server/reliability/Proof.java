package ai.meddoc.server.reliability;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A promise that tests of the server or of Claude's module keep: they are run here, and counted.
 *
 * @param figure what the cases are
 */
record Proof(String target, String figure, List<String> classes) implements Row {

    static Proof authorisation() {
        return new Proof(
                "every route of the contract x own, other tenant, role, none, expired",
                "routes and credentials as the matrix says",
                List.of("ai.meddoc.server.AuthorizationMatrixIT", "ai.meddoc.server.access.RoutesTest"));
    }

    static Proof audit() {
        return new Proof(
                "each read, write, export, denial: 1 row; each edit, deletion, reorder, cut of the chain detected",
                "requests and forgeries, on SQLite and PostgreSQL",
                List.of(
                        "ai.meddoc.server.SqliteAuditIT",
                        "ai.meddoc.server.PostgresAuditIT",
                        "ai.meddoc.server.S3IT",
                        "ai.meddoc.server.audit.AuditChainTest"));
    }

    static Proof hostileModel() {
        return new Proof(
                "0 codes outside the catalogue, 0 evidence not verbatim, 0 orders obeyed of 200 documents",
                "hostile replies, texts and the corpus of orders",
                List.of(
                        "ai.meddoc.claude.HostileReplyTest",
                        "ai.meddoc.claude.HostileTextTest",
                        "ai.meddoc.claude.InjectionTest"));
    }

    static Proof tokens() {
        return new Proof(
                "25 attacks refused", "attacks on tokens and sessions", List.of("ai.meddoc.server.access.TokensTest"));
    }

    /** How many cases ran, and which did not hold. */
    record Count(long cases, long failed, long skipped) {

        boolean holds() {
            return cases > 0 && failed == 0 && skipped == 0;
        }

        @Override
        public String toString() {
            return "%d of %d cases failed".formatted(failed, cases);
        }
    }

    /** In the short form what the build has just run is not run again. */
    static Count count(Scale scale, List<String> classes) throws IOException, ClassNotFoundException {
        Optional<Count> reported = scale.full() ? Optional.empty() : TestReports.of(classes);
        return reported.isPresent() ? reported.get() : run(classes);
    }

    private static Count run(List<String> classes) throws ClassNotFoundException {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String name : classes) {
            request.selectors(selectClass(Class.forName(name)));
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest built = request.build();
        LauncherFactory.create().execute(built, listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTotalFailureCount() > 0) {
            summary.printFailuresTo(new PrintWriter(System.err, true), 5);
        }
        return new Count(summary.getTestsFoundCount(), summary.getTotalFailureCount(), summary.getTestsSkippedCount());
    }

    @Override
    public Figure run(Scale scale) throws IOException, ClassNotFoundException {
        Count count = count(scale, classes);
        return Figure.of(count.holds(), count + ": " + figure);
    }
}
