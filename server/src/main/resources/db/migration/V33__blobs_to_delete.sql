-- Files of deleted documents, noted in the transaction that deletes the document, until they are gone from the store.
CREATE TABLE blobs_to_delete (
  storage_key TEXT PRIMARY KEY,
  since BIGINT NOT NULL
);
