package ai.meddoc.server.blobs;

import java.time.Instant;

/** A key that the store holds, and since when. */
public record StoredBlob(String key, Instant since) {}
