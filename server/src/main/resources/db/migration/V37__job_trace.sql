-- The span of the request that set a job off, as W3C writes it: the job goes on in its trace, whichever server does it.
ALTER TABLE jobs ADD COLUMN trace TEXT;
