package ai.meddoc.server.reliability;

import java.nio.file.Path;

/** Where the server stops in the middle of something, to be killed there. */
enum CrashPoint {
    AFTER_BLOB("blobs/DiskBlobStore", "put", "return"),
    AFTER_CLAIM("analyses/JobRunner", "run", "entry"),
    AFTER_ENGINE("analyses/DocumentAnalyst", "analyze", "return"),
    BEFORE_COMMIT("database/Database", "transaction", "before-commit"),
    AFTER_COMMIT("database/Database", "transaction", "after-commit"),
    BEFORE_ANSWER("documents/DocumentsResource", "upload", "return");

    private final String type;
    private final String method;
    private final String where;

    CrashPoint(String type, String method, String where) {
        this.type = type;
        this.method = method;
        this.where = where;
    }

    /**
     * What to tell the JVM.
     *
     * @param every each time so many have passed, the next is held up
     * @param millis for how long
     * @param marker the file that appears then, with -1, -2 ... behind its name
     */
    String agent(Path jar, int every, long millis, Path marker) {
        return "-javaagent:" + jar + "="
                + String.join(
                        ";",
                        "ai/meddoc/server/" + type,
                        method,
                        where,
                        String.valueOf(every),
                        String.valueOf(millis),
                        marker.toString());
    }
}
