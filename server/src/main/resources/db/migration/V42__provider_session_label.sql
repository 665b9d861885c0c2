-- What the organisation calls a person whose subject nobody can read.
ALTER TABLE provider_sessions ADD COLUMN label TEXT NOT NULL DEFAULT '';
