-- Whether a job, where Claude cannot answer, is to be done again by Claude later ('wanted'), or is such a repetition ('redo').
ALTER TABLE jobs ADD COLUMN upgrade TEXT NOT NULL DEFAULT 'no';
