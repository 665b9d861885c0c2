CREATE FUNCTION review_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a decision never changes: another decision follows it';
END;
$$;

CREATE TRIGGER review_decisions_never_change BEFORE UPDATE ON review_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION review_never_changes();

CREATE TRIGGER review_outcomes_never_change BEFORE UPDATE ON review_outcomes
  FOR EACH STATEMENT EXECUTE FUNCTION review_never_changes();
