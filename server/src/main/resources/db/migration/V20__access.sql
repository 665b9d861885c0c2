-- Who may do what. Secrets are kept as hashes alone: passwords by Argon2, random tokens and keys by SHA-256.
ALTER TABLE documents ADD COLUMN tenant TEXT NOT NULL DEFAULT 'default';
CREATE INDEX documents_by_tenant ON documents (tenant, id);

CREATE TABLE users (
  id ${identity},
  name TEXT NOT NULL UNIQUE,
  tenant TEXT NOT NULL,
  roles TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  failures INTEGER NOT NULL,
  locked_until BIGINT NOT NULL,
  disabled INTEGER NOT NULL,
  created_at BIGINT NOT NULL
);

-- One row once there was a first administrator: of two that set up at once, one fails.
CREATE TABLE first_administrator (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  created_at BIGINT NOT NULL
);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE api_keys (
  id ${identity},
  key_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  tenant TEXT NOT NULL,
  permissions TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT
);

CREATE TABLE revoked_tokens (
  token_hash TEXT PRIMARY KEY,
  expires_at BIGINT NOT NULL
);
