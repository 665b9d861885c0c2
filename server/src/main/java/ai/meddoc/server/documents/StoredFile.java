package ai.meddoc.server.documents;

/** Where a document's bytes are. */
record StoredFile(String storageKey, String contentType, long size, String filename) {

    /** The file name is PHI. */
    @Override
    public String toString() {
        return "StoredFile[" + storageKey + "]";
    }
}
