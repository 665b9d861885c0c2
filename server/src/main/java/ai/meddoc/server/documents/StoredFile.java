package ai.meddoc.server.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a document's bytes are. */
record StoredFile(String storageKey, String sha256, String contentType, long size, String filename) {

    /** Always to be kept, never to be shown by a browser. */
    String disposition() {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The file name is PHI. */
    @Override
    public String toString() {
        return "StoredFile[" + storageKey + "]";
    }
}
