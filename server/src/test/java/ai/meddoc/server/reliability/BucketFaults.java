package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import ai.meddoc.server.blobs.S3Server;
import ai.meddoc.server.reliability.FaultProxy.Fault;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** R6: the S3-compatible server answers 500 and 503, is silent, resets, cuts answers short, turns bytes. */
final class BucketFaults implements Row {

    @Override
    public String target() {
        return "every fault: no corrupt object, no wrong byte served, 503 with Retry-After or success, heals";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "us-east-1");
        S3Server bucket = S3Server.start(scale.folder("bucket"));
        int behind = Objects.requireNonNull(bucket.bucket().endpoint()).getPort();
        try (bucket;
                FaultProxy proxy = FaultProxy.before(behind)) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "STORAGE_BUCKET", S3Server.BUCKET,
                    "STORAGE_ENDPOINT", "http://127.0.0.1:" + proxy.port(),
                    "AWS_ACCESS_KEY_ID", "test",
                    "AWS_SECRET_ACCESS_KEY", "test",
                    "AWS_REGION", "us-east-1",
                    "JOB_LEASE_SECONDS", "5",
                    "REQUESTS_PER_MINUTE", "1000000"));
            try (RunningServer server = RunningServer.start(scale.folder("server"), settings)) {
                return new Run(proxy, server.api(), Sql.sqlite(scale.folder("server"))).figure(scale);
            }
        }
    }

    /** One server and a bucket that misbehaves. */
    private static final class Run {

        private final FaultProxy proxy;
        private final Api api;
        private final Sql sql;
        private final Map<Long, byte[]> acknowledged = new LinkedHashMap<>();
        private int number;
        private int asked;
        private int succeeded;
        private int unavailable;
        private int cut;
        private final Map<Integer, Integer> others = new TreeMap<>();
        private int wrongBytes;
        private double slowest;

        Run(FaultProxy proxy, Api api, Sql sql) {
            this.proxy = proxy;
            this.api = api;
            this.sql = sql;
        }

        Figure figure(Scale scale) throws Exception {
            upload();
            for (Fault fault : Fault.values()) {
                // Once: a repetition helps. Always: nothing does.
                for (int requests : new int[] {1, 500}) {
                    for (int i = 0; i < scale.of(1, 4) && (scale.full() || fault != Fault.SILENCE); i++) {
                        misbehave(fault, requests);
                    }
                }
            }
            if (!scale.full()) {
                proxy.inject(Fault.SILENCE, 1);
                upload();
            }
            proxy.inject(Fault.NONE, 0);
            long unfinished = awaitJobs();
            int corrupt = 0;
            for (Map.Entry<Long, byte[]> kept : acknowledged.entrySet()) {
                Api.Reply file = api.get("/documents/" + kept.getKey() + "/file");
                corrupt += file.status() == 200 && Arrays.equals(file.response().body(), kept.getValue()) ? 0 : 1;
            }
            return Figure.of(
                    corrupt == 0 && wrongBytes == 0 && others.isEmpty() && unfinished == 0,
                    String.format(
                            Locale.ROOT,
                            "%d requests under 7 faults: %d succeeded, %d 503 with Retry-After, %d downloads cut, others"
                                    + " %s; %d wrong downloads; afterwards %d of %d objects corrupt, %d jobs"
                                    + " unfinished; slowest %.0f s",
                            asked,
                            succeeded,
                            unavailable,
                            cut,
                            others,
                            wrongBytes,
                            corrupt,
                            acknowledged.size(),
                            unfinished,
                            slowest));
        }

        private void misbehave(Fault fault, int requests) {
            proxy.inject(fault, requests);
            upload();
            proxy.inject(fault, requests);
            download();
        }

        private void upload() {
            byte[] content = Clients.content(++number);
            long begin = System.nanoTime();
            Api.Reply reply = api.uploadAsync("visit.txt", content);
            count(reply, begin);
            if (reply.status() == 202 || reply.status() == 200) {
                acknowledged.put(reply.json().path("document_id").asLong(), content);
            }
        }

        private void download() {
            Map.Entry<Long, byte[]> kept = acknowledged.entrySet().iterator().next();
            long begin = System.nanoTime();
            try {
                Api.Reply reply = api.get("/documents/" + kept.getKey() + "/file");
                count(reply, begin);
                boolean same = Arrays.equals(reply.response().body(), kept.getValue());
                wrongBytes += reply.status() == 200 && !same ? 1 : 0;
            } catch (UncheckedIOException e) {
                asked++;
                cut++;
            }
        }

        private void count(Api.Reply reply, long begin) {
            asked++;
            slowest = Math.max(slowest, (System.nanoTime() - begin) / 1e9);
            if (reply.status() == 200 || reply.status() == 202) {
                succeeded++;
            } else if (reply.status() == 503 && !reply.header("Retry-After").isEmpty()) {
                unavailable++;
            } else {
                others.merge(reply.status(), 1, Integer::sum);
            }
        }

        private long awaitJobs() throws Exception {
            String running = "SELECT COUNT(*) FROM jobs WHERE state IN ('queued', 'running')";
            for (int i = 0; i < 300 && sql.number(running) > 0; i++) {
                Thread.sleep(200);
            }
            return sql.number("SELECT COUNT(*) FROM jobs WHERE state <> 'done'");
        }
    }
}
