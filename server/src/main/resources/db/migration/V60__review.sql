-- What coders decided on the codes of one analysis: revision 1, 2 ...; added and deleted with its document, never
-- changed. The key is the guard: of two who decide on the same state, one is told to look again.
CREATE TABLE review_decisions (
  id ${identity},
  document_id BIGINT NOT NULL,
  analysis_version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN
    ('accept', 'reject', 'amend', 'add', 'restore', 'sequence', 'undo', 'finish', 'reopen')),
  choice TEXT NOT NULL,
  UNIQUE (document_id, analysis_version, revision),
  FOREIGN KEY (document_id, analysis_version) REFERENCES analyses (document_id, version) ON DELETE CASCADE
);

-- What each finished review came to, by rule and by category: counts, so that they can be added up over all documents.
CREATE TABLE review_outcomes (
  finish_id BIGINT NOT NULL REFERENCES review_decisions (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('rule', 'category')),
  subject TEXT NOT NULL,
  verdict TEXT NOT NULL,
  amount INTEGER NOT NULL,
  document_id BIGINT NOT NULL,
  PRIMARY KEY (finish_id, kind, subject, verdict)
);

CREATE INDEX review_outcomes_by_document ON review_outcomes (document_id, finish_id);
