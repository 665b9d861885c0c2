-- A held document is not deleted by anybody, nor by the retention policy; the key keeps even a mistake of ours from it.
CREATE TABLE legal_holds (
  document_id BIGINT PRIMARY KEY REFERENCES documents (id),
  reason TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  placed_at BIGINT NOT NULL
);
