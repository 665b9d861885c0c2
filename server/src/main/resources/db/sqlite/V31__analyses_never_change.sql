-- What older results say of themselves; from here on no result changes.
UPDATE analyses SET
  engine = COALESCE(json_extract(results, '$.engine'), ''),
  engine_version = COALESCE(json_extract(results, '$.engine_version'), ''),
  terminology_release = COALESCE(json_extract(results, '$.terminology_release'), '');

CREATE TRIGGER analyses_never_change BEFORE UPDATE ON analyses
BEGIN
  SELECT RAISE(ABORT, 'a result never changes: a new run makes a new version');
END;
