-- Every run on a document is kept: version 1, 2 ...; the newest is in force and none is ever changed. The two keys are
-- the guard: a version is given once, and a job has one result. Defaults let a server of the version before go on
-- storing first results while the servers are replaced one by one.
CREATE TABLE analysis_versions (
  document_id BIGINT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  job_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  engine TEXT NOT NULL DEFAULT '',
  engine_version TEXT NOT NULL DEFAULT '',
  model TEXT,
  terminology_release TEXT NOT NULL DEFAULT '',
  rules_version TEXT NOT NULL DEFAULT '',
  document_type TEXT NOT NULL DEFAULT '',
  codes_count INTEGER NOT NULL DEFAULT 0,
  results TEXT NOT NULL,
  extracted_text TEXT NOT NULL,
  PRIMARY KEY (document_id, version),
  UNIQUE (document_id, job_id)
);

INSERT INTO analysis_versions (document_id, version, job_id, created_at, document_type, codes_count, results, extracted_text)
  SELECT a.document_id, 1, a.job_id, a.created_at, COALESCE(d.document_type, ''), COALESCE(d.codes_count, 0),
    a.results, a.extracted_text
  FROM analyses a JOIN documents d ON d.id = a.document_id;

DROP TABLE analyses;
ALTER TABLE analysis_versions RENAME TO analyses;

-- What a run was asked to do otherwise than the document says.
ALTER TABLE jobs ADD COLUMN engine TEXT;
ALTER TABLE jobs ADD COLUMN encounter_class TEXT;
ALTER TABLE jobs ADD COLUMN date_of_service TEXT;
