package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** R3: many send the same at once, with one Idempotency-Key. */
final class OneKey implements Row {

    private static final int AT_ONCE = 50;
    private static final Map<String, String> SETTINGS = Map.of("REQUESTS_PER_MINUTE", "1000000");

    @Override
    public String target() {
        return "50 uploads with one key: 1 document, 50 the same answer; other body 422; same bytes: said so";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        int rounds = scale.of(3, 40);
        Path sqlite = scale.folder("sqlite");
        Path folder = scale.folder("postgresql");
        try (PostgresServer postgres = PostgresServer.start(folder)) {
            Map<String, String> settings = new HashMap<>(SETTINGS);
            settings.put("DB_URL", postgres.create("keys"));
            Count onSqlite = race(sqlite, SETTINGS, rounds);
            Count onPostgres = race(folder, settings, rounds);
            return Figure.of(
                    onSqlite.holds(rounds) && onPostgres.holds(rounds),
                    "%d rounds of %d; SQLite: %s; PostgreSQL: %s".formatted(rounds, AT_ONCE, onSqlite, onPostgres));
        }
    }

    /** @param told that the bytes are already there, with whose */
    private record Count(int documents, int agreed, int otherBody422, int told) {

        boolean holds(int rounds) {
            return documents == rounds && agreed == rounds * AT_ONCE && otherBody422 == rounds && told == rounds;
        }

        @Override
        public String toString() {
            return documents + " documents, " + agreed + " answers with their one id, " + otherBody422
                    + " other bodies refused with 422, " + told + " duplicates told";
        }
    }

    private static Count race(Path folder, Map<String, String> settings, int rounds) throws Exception {
        int documents = 0;
        int agreed = 0;
        int refused = 0;
        int told = 0;
        try (RunningServer server = RunningServer.start(folder, settings)) {
            for (int round = 0; round < rounds; round++) {
                Api api = server.api();
                String key = "one-key-of-round-" + round;
                byte[] content = Clients.content(round);
                int before = Integer.parseInt(count(api));
                List<Long> ids = uploadAtOnce(api, key, content);
                Set<Long> distinct = new HashSet<>(ids);
                documents += Integer.parseInt(count(api)) - before;
                agreed += distinct.size() == 1 ? ids.size() : 0;
                refused += api.uploadOnce(key, "visit.txt", Clients.content(-1 - round))
                                        .status()
                                == 422
                        ? 1
                        : 0;
                Api.Reply again = api.upload("again.txt", content, Map.of());
                told += distinct.contains(again.json().path("same_content_as").asLong()) ? 1 : 0;
                api.delete("/documents/" + again.json().path("document_id").asLong());
            }
        }
        return new Count(documents, agreed, refused, told);
    }

    private static String count(Api api) {
        return String.valueOf(api.get("/documents?limit=500").json().size());
    }

    private static List<Long> uploadAtOnce(Api api, String key, byte[] content) throws Exception {
        List<Callable<Long>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(() -> api.uploadOnce(key, "visit.txt", content)
                    .json()
                    .path("document_id")
                    .asLong());
        }
        List<Long> ids = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> id : clients.invokeAll(calls)) {
                ids.add(id.get());
            }
        }
        return ids;
    }
}
