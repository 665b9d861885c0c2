package ai.meddoc.server.repeats;

/** A request that has a key, both hashed. */
public record KeyedRequest(String keyHash, String requestHash) {}
