-- Which job a run's key stands for; an upload's stands for the document.
ALTER TABLE idempotency_keys ADD COLUMN job_id BIGINT;
