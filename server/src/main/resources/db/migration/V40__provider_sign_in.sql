-- People whom an OpenID provider vouches for: attempts to sign in, each taken once, and sessions without a row in users.
CREATE TABLE sign_in_attempts (
  state_hash TEXT PRIMARY KEY,
  browser_hash TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE provider_sessions (
  token_hash TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  subject TEXT NOT NULL,
  roles TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
