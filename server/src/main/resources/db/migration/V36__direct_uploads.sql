-- Uploads that go from the client into the bucket: what was announced, until it is completed or its time is over.
CREATE TABLE direct_uploads (
  id ${identity},
  tenant TEXT NOT NULL,
  storage_key TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  announced TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  document_id BIGINT REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX direct_uploads_by_document ON direct_uploads (document_id);
