-- What receivers are to be told, noted in the transaction that ends a job, and how the telling went.
CREATE TABLE webhook_deliveries (
  id ${identity},
  job_id BIGINT NOT NULL,
  document_id BIGINT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  event TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'failed')),
  attempts INTEGER NOT NULL,
  next_at BIGINT NOT NULL,
  status INTEGER,
  created_at BIGINT NOT NULL,
  finished_at BIGINT
);

CREATE INDEX webhook_deliveries_by_turn ON webhook_deliveries (state, next_at);
CREATE INDEX webhook_deliveries_by_document ON webhook_deliveries (document_id);
