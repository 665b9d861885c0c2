-- One schema for SQLite and PostgreSQL: whole numbers, texts, instants as milliseconds since 1970.
-- ${identity} is the databases' own way to number rows without ever using a number again.
CREATE TABLE documents (
  id ${identity},
  original_filename TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  storage_key TEXT NOT NULL UNIQUE,
  content_type TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  type_hint TEXT,
  encounter_class TEXT,
  date_of_service TEXT,
  state TEXT NOT NULL CHECK (state IN ('stored', 'queued', 'running', 'processed', 'failed')),
  document_type TEXT,
  confidence DOUBLE PRECISION,
  pages INTEGER,
  codes_count INTEGER
);

CREATE INDEX documents_by_sha256 ON documents (sha256);

-- A worker holds a job while lease_until lies ahead; fence counts the claims, so that a worker that lost its lease
-- cannot store anything.
CREATE TABLE jobs (
  id ${identity},
  document_id BIGINT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL,
  fence BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  started_at BIGINT,
  finished_at BIGINT,
  failure TEXT
);

CREATE INDEX jobs_by_document ON jobs (document_id);
CREATE INDEX jobs_by_state ON jobs (state, lease_until);

-- The primary key is the guard: a document has one result.
CREATE TABLE analyses (
  document_id BIGINT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  job_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  results TEXT NOT NULL,
  extracted_text TEXT NOT NULL
);

-- What a client called its request, hashed: the same key again gets the same document.
CREATE TABLE idempotency_keys (
  key_hash TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  document_id BIGINT REFERENCES documents (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);

CREATE INDEX idempotency_keys_by_document ON idempotency_keys (document_id);

CREATE TABLE eval_reports (
  id ${identity},
  created_at BIGINT NOT NULL,
  report TEXT NOT NULL
);
