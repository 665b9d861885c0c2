package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the uploads of hostile files were answered: taken, refused by name, or in a way that no file may bring about. */
final class Answers {

    private static final Set<Integer> TAKEN = Set.of(200, 202);
    /** Too large, of no kind that is read, readable and of no use, too many. */
    private static final Set<Integer> REFUSALS = Set.of(413, 415, 422, 429);

    private final Map<Integer, Integer> counts = new TreeMap<>();
    private final List<Long> jobs = new ArrayList<>();

    void add(Api.Reply reply) {
        counts.merge(reply.status(), 1, Integer::sum);
        if (TAKEN.contains(reply.status())) {
            jobs.add(reply.json().path("job_id").asLong());
        }
    }

    /** Of the files that were taken. */
    List<Long> jobs() {
        return jobs;
    }

    boolean asTheyShould() {
        return counts.keySet().stream().allMatch(status -> TAKEN.contains(status) || REFUSALS.contains(status));
    }

    @Override
    public String toString() {
        return "answers " + counts;
    }
}
