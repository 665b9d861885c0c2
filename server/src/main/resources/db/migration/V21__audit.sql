-- Who saw and did what. Each row's mac covers the row and the mac before it; the head says where the chain ends.
CREATE TABLE audit_events (
  seq BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  tenant TEXT NOT NULL,
  actor TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  request_id TEXT NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL,
  route TEXT NOT NULL,
  document_id BIGINT,
  job_id BIGINT,
  shown_sha256 TEXT,
  detail TEXT,
  reason TEXT,
  key_id TEXT NOT NULL,
  previous TEXT NOT NULL,
  mac TEXT NOT NULL
);

CREATE INDEX audit_events_by_document ON audit_events (document_id);
CREATE INDEX audit_events_by_tenant ON audit_events (tenant, seq);

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq BIGINT NOT NULL,
  mac TEXT NOT NULL,
  key_id TEXT NOT NULL,
  seal TEXT NOT NULL
);

INSERT INTO audit_head (id, seq, mac, key_id, seal) VALUES (1, 0, '', '', '');
