-- 0: somebody waits; 1: bulk. Servers of the version before treat all alike.
ALTER TABLE jobs ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
