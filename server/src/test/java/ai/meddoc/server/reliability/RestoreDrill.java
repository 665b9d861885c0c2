package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** R9: back up while clients upload, destroy everything, restore into an empty place, compare with what was. */
final class RestoreDrill implements Row {

    private static final int CLIENTS = 4;

    @Override
    public String target() {
        return "backup under way, destroy, restore: every row of every table, object hash and audit link verified";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        int documents = scale.of(60, 2_000);
        Path folder = scale.folder();
        try (PostgresServer postgres = PostgresServer.start(folder)) {
            Drill sqlite = new Drill(
                    scale.folder("sqlite"),
                    new Place(Map.of(), Sql.sqlite(scale.folder("sqlite/before"))),
                    new Place(Map.of(), Sql.sqlite(scale.folder("sqlite/after"))));
            sqlite.run(documents);
            Drill other = new Drill(scale.folder("postgresql"), place(postgres, "before"), place(postgres, "after"));
            other.run(documents);
            return Figure.of(sqlite.holds() && other.holds(), "SQLite: " + sqlite + "; PostgreSQL: " + other);
        }
    }

    private static Place place(PostgresServer postgres, String name) throws Exception {
        return new Place(Map.of("DB_URL", postgres.create(name)), () -> postgres.connect(name));
    }

    /** A database. */
    private record Place(Map<String, String> settings, Sql sql) {

        Map<String, String> all() {
            Map<String, String> all = new HashMap<>(settings);
            all.put("AUDIT_KEY", "0123456789abcdef0123456789abcdef0123456789abcdef");
            all.put("REQUESTS_PER_MINUTE", "1000000");
            return all;
        }
    }

    /** One backup and its restoration. */
    private static final class Drill {

        private final Path folder;
        private final Place before;
        private final Place after;
        private final Clients clients = new Clients();
        private AllTables rows = new AllTables(Map.of());
        private Map<String, String> files = Map.of();
        private Map<Integer, Long> documents = Map.of();
        private int missing;
        private int damaged;
        private int objects;
        private List<String> changed = List.of();
        private String trouble = "";

        Drill(Path folder, Place before, Place after) {
            this.folder = folder;
            this.before = before;
            this.after = after;
        }

        void run(int number) throws Exception {
            Path old = folder.resolve("before");
            Files.createDirectories(old);
            try (RunningServer server = RunningServer.start(old, before.all())) {
                work(server, number);
                remember(old);
                Thread other = Thread.startVirtualThread(() -> clients.send(server.api()));
                command(
                        "backup",
                        old,
                        before,
                        "backup",
                        "--to",
                        folder.resolve("backup").toString());
                other.interrupt();
                other.join();
                server.kill();
            }
            Folders.delete(old);
            Path fresh = Files.createDirectories(folder.resolve("after"));
            command(
                    "restore",
                    fresh,
                    after,
                    "restore",
                    "--from",
                    folder.resolve("backup").toString());
            if (trouble.isEmpty()) {
                compare(fresh);
            }
        }

        private void work(RunningServer server, int number) throws Exception {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                threads.add(Thread.startVirtualThread(() -> {
                    while (clients.acknowledged().size() < number) {
                        clients.send(server.api(), Clients.Haste.ASYNC);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            for (int i = 0;
                    i < 1_200 && before.sql().number("SELECT COUNT(*) FROM jobs WHERE state <> 'done'") > 0;
                    i++) {
                Thread.sleep(100);
            }
            documents = Map.copyOf(clients.acknowledged());
        }

        /** What no longer changes. */
        private void remember(Path old) throws Exception {
            OneRowEach.fill(before.sql(), AllTables.of(before.sql()).empty());
            rows = AllTables.of(before.sql());
            files = hashes(old.resolve("local_storage"), before.sql());
        }

        private void command(String name, Path where, Place place, String... words) throws Exception {
            RunningServer process = RunningServer.launch(where, place.all(), RunningServer.freePort(), words);
            int code = process.awaitExit();
            if (code != 0) {
                trouble = name + " ended with " + code + ": " + process.log().strip();
            }
        }

        private void compare(Path fresh) throws Exception {
            changed = rows.differences(AllTables.of(after.sql()));
            Map<String, String> restored = hashes(fresh.resolve("local_storage"), after.sql());
            objects = restored.size();
            damaged = (int) Stream.concat(files.entrySet().stream(), stated().entrySet().stream())
                    .filter(file -> !file.getValue().equals(restored.get(file.getKey())))
                    .count();
            command("audit", fresh, after, "audit");
            try (RunningServer server = RunningServer.start(fresh, after.all())) {
                for (Map.Entry<Integer, Long> sent : documents.entrySet()) {
                    Api.Reply file = server.api().get("/documents/" + sent.getValue() + "/file");
                    boolean same = java.util.Arrays.equals(file.response().body(), Clients.content(sent.getKey()));
                    missing += file.status() == 200 && same ? 0 : 1;
                }
            }
        }

        /** What the rows say of their files. */
        private Map<String, String> stated() throws Exception {
            Map<String, String> stated = new HashMap<>();
            for (String line : after.sql().lines("SELECT storage_key, sha256 FROM documents")) {
                stated.put(line.split("\t")[0], line.split("\t")[1]);
            }
            return stated;
        }

        private static Map<String, String> hashes(Path storage, Sql sql) throws Exception {
            Map<String, String> hashes = new HashMap<>();
            for (String key : sql.column("SELECT storage_key FROM documents")) {
                hashes.put(key, sha256(storage.resolve(key)));
            }
            return hashes;
        }

        private static String sha256(Path file) throws Exception {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            } catch (IOException e) {
                return "";
            }
        }

        boolean holds() {
            return trouble.isEmpty()
                    && objects >= files.size()
                    && files.size() >= documents.size()
                    && missing + damaged == 0
                    && rows.empty().isEmpty()
                    && changed.isEmpty();
        }

        @Override
        public String toString() {
            return trouble.isEmpty()
                    ? "%,d rows of %d tables compared (%s not), other than they were: %s; %d of %d objects damaged, %d of %d documents missing, trail whole"
                            .formatted(
                                    rows.count(),
                                    rows.rows().size(),
                                    AllTables.EXCLUDED.keySet(),
                                    changed,
                                    damaged,
                                    objects,
                                    missing,
                                    documents.size())
                    : trouble;
        }
    }
}
