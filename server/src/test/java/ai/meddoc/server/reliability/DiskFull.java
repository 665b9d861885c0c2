package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import ai.meddoc.server.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** R5: the disk of the files, of the database, of temporary files fills up, and is freed. */
final class DiskFull implements Row {

    private static final int MEGABYTES = 24;

    @Override
    public String target() {
        return "507 or 503, no partial object, heals without a restart";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        List<String> said = new ArrayList<>();
        boolean holds = true;
        for (Disk disk : Disk.values()) {
            Path folder = scale.folder(disk.name());
            Path full = scale.folder(disk.name() + "/full");
            try (Tmpfs tmpfs = Tmpfs.mount(full, MEGABYTES)) {
                Map<String, String> settings = new HashMap<>(disk.settings(full));
                settings.put("REQUESTS_PER_MINUTE", "1000000");
                try (RunningServer server = RunningServer.start(folder, settings)) {
                    Run run = new Run(disk, tmpfs, server.api());
                    run.fillAndFree(scale.of(1, 10));
                    holds &= run.holds();
                    said.add(run.toString());
                }
            } catch (IOException e) {
                return Figure.skipped("no tmpfs can be mounted here: " + e.getMessage());
            }
        }
        return Figure.of(holds, String.join("; ", said));
    }

    private enum Disk {
        FILES,
        DATABASE,
        TEMPORARY;

        Map<String, String> settings(Path full) {
            return switch (this) {
                case FILES -> Map.of("STORAGE_DIR", full.toString());
                case DATABASE -> Map.of("DB_URL", "sqlite:///" + full.resolve("app.db"));
                case TEMPORARY -> Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + full, "TMPDIR", full.toString());
            };
        }
    }

    /** One server on a disk that fills. */
    private static final class Run {

        private final Disk disk;
        private final Tmpfs tmpfs;
        private final Api api;
        private final List<Integer> whileFull = new ArrayList<>();
        private int partial;
        private int wrong;
        private int afterwards;
        private int healed;

        Run(Disk disk, Tmpfs tmpfs, Api api) {
            this.disk = disk;
            this.tmpfs = tmpfs;
            this.api = api;
        }

        void fillAndFree(int times) throws IOException, InterruptedException {
            Set<Long> kept = new HashSet<>();
            for (int i = 0; i < times; i++) {
                kept.add(stored(Clients.content(i)));
                List<Path> before = Folders.files(tmpfs.folder());
                tmpfs.fill();
                for (int upload = 0; upload < 6; upload++) {
                    whileFull.add(tryUpload(upload));
                }
                checkReads(kept);
                tmpfs.free();
                List<Path> added = new ArrayList<>(Folders.files(tmpfs.folder()));
                added.removeAll(before);
                partial += disk == Disk.FILES && whileFull.stream().allMatch(s -> s >= 500) ? added.size() : 0;
                afterwards++;
                healed += heals() ? 1 : 0;
            }
        }

        private long stored(byte[] content) {
            return api.upload("visit.txt", content, Map.of())
                    .json()
                    .path("document_id")
                    .asLong();
        }

        /** Small ones that fit into a form's memory, larger ones that do not, and what a child process reads. */
        private int tryUpload(int number) {
            byte[] content = number % 3 == 2
                    ? Samples.pdf(3)
                    : Samples.NOTE
                            .repeat(number % 3 == 1 ? 2_000 : 1)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            try {
                return api.upload("visit", content, Map.of()).status();
            } catch (UncheckedIOException e) {
                return 0;
            }
        }

        /** What was stored stays readable, where reading needs no row in the audit trail of a full database. */
        private void checkReads(Set<Long> kept) {
            for (long id : kept) {
                int status = api.get("/documents/" + id).status();
                wrong += status == 200 || (disk == Disk.DATABASE && (status == 507 || status == 503)) ? 0 : 1;
            }
            wrong += api.answers("/health") ? 0 : 1;
        }

        private boolean heals() throws InterruptedException {
            for (int i = 0; i < 100; i++) {
                if (tryUpload(0) == 200 && tryUpload(2) == 200) {
                    return true;
                }
                Thread.sleep(100);
            }
            return false;
        }

        boolean holds() {
            boolean refused =
                    whileFull.stream().allMatch(s -> s == 507 || s == 503 || (s == 200 && disk == Disk.TEMPORARY));
            return refused && partial == 0 && wrong == 0 && healed == afterwards;
        }

        @Override
        public String toString() {
            return "%s full: answers %s, %d partial objects, %d reads wrong, healed %d of %d"
                    .formatted(
                            disk.name().toLowerCase(java.util.Locale.ROOT),
                            new java.util.TreeSet<>(whileFull),
                            partial,
                            wrong,
                            healed,
                            afterwards);
        }
    }
}
