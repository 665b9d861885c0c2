-- Who may see documents for a while without the role for it, and why: bound to one session or token.
CREATE TABLE emergency_grants (
  credential_hash TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  until_at BIGINT NOT NULL
);
