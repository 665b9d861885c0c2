-- What older results say of themselves; from here on no result changes.
UPDATE analyses SET
  engine = COALESCE(results::json ->> 'engine', ''),
  engine_version = COALESCE(results::json ->> 'engine_version', ''),
  terminology_release = COALESCE(results::json ->> 'terminology_release', '');

CREATE FUNCTION analyses_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a result never changes: a new run makes a new version';
END;
$$;

CREATE TRIGGER analyses_never_change BEFORE UPDATE ON analyses
  FOR EACH STATEMENT EXECUTE FUNCTION analyses_never_change();
