package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** R1: the server is killed at each crash point in turn and at random moments, while clients upload. */
final class Kills implements Row {

    private static final CrashPoint[] POINTS = CrashPoint.values();
    private static final int CLIENTS = 4;
    private static final long LONG = 60_000;

    @Override
    public String target() {
        return "0 lost, doubled or stuck over 200 kill -9";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        Path agent = CrashAgent.jar(scale.folder());
        Path sqlite = scale.folder("sqlite");
        Campaign first = new Campaign(sqlite, agent, Map.of());
        first.kill(scale.of(POINTS.length, 100));
        Reckoning onSqlite = first.reckon(Sql.sqlite(sqlite));
        Path folder = scale.folder("postgresql");
        try (PostgresServer postgres = PostgresServer.start(folder)) {
            Campaign second = new Campaign(folder, agent, Map.of("DB_URL", postgres.create("kills")));
            second.kill(scale.of(POINTS.length / 2, 100));
            Reckoning onPostgres = second.reckon(() -> postgres.connect("kills"));
            int reached = first.reached + second.reached;
            int named = first.named + second.named;
            return Figure.of(
                    onSqlite.holds() && onPostgres.holds() && reached > named * 9 / 10,
                    "SQLite, %d kills: %s; PostgreSQL, %d kills: %s; %d of them at named points"
                            .formatted(first.kills, onSqlite, second.kills, onPostgres, reached));
        }
    }

    /** Kills on one database. */
    private static final class Campaign {

        private final Random random = new Random(20261125);
        private final Clients clients = new Clients();
        private final Path folder;
        private final Path agent;
        private final Map<String, String> settings;
        private int kills;
        private int named;
        private int reached;

        Campaign(Path folder, Path agent, Map<String, String> settings) {
            this.folder = folder;
            this.agent = agent;
            this.settings = new HashMap<>(settings);
            this.settings.put("JOB_LEASE_SECONDS", "2");
            this.settings.put("REQUESTS_PER_MINUTE", "1000000");
        }

        /** At a named point, and every second time past the first round at a random moment. */
        void kill(int times) throws IOException, InterruptedException {
            for (kills = 0; kills < times; kills++) {
                if (kills < POINTS.length || kills % 2 == 0) {
                    named++;
                    killAt(POINTS[named % POINTS.length]);
                } else {
                    killSoon();
                }
            }
        }

        private void killAt(CrashPoint point) throws IOException, InterruptedException {
            Path reaching = folder.resolve("reached-" + kills);
            Path marker = folder.resolve("reached-" + kills + "-1");
            Map<String, String> more = new HashMap<>(settings);
            more.put("JAVA_TOOL_OPTIONS", point.agent(agent, 1 + random.nextInt(25), LONG, reaching));
            RunningServer server = RunningServer.launch(folder, more, RunningServer.freePort());
            List<Thread> threads = uploadTo(server);
            for (int i = 0; i < 4_000 && !Files.exists(marker); i++) {
                Thread.sleep(5);
            }
            reached += Files.exists(marker) ? 1 : 0;
            end(server, threads);
        }

        private void killSoon() throws IOException, InterruptedException {
            RunningServer server = RunningServer.start(folder, settings);
            List<Thread> threads = uploadTo(server);
            Thread.sleep(random.nextInt(1_000));
            end(server, threads);
        }

        private List<Thread> uploadTo(RunningServer server) {
            List<Thread> threads = new ArrayList<>();
            Api api = server.api();
            for (int i = 0; i < CLIENTS; i++) {
                threads.add(Thread.startVirtualThread(() -> clients.send(api)));
            }
            return threads;
        }

        private static void end(RunningServer server, List<Thread> threads) throws InterruptedException {
            server.kill();
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
        }

        Reckoning reckon(Sql sql) throws Exception {
            try (RunningServer last = RunningServer.start(folder, settings)) {
                return Reckoning.of(clients, last.api(), sql);
            }
        }
    }
}
