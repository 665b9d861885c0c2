package ai.meddoc.server.documents;

/** A file that is durable in the blob store. */
record KeptFile(String storageKey, long size, String sha256) {}
