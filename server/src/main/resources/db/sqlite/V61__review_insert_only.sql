CREATE TRIGGER review_decisions_never_change BEFORE UPDATE ON review_decisions
BEGIN
  SELECT RAISE(ABORT, 'a decision never changes: another decision follows it');
END;

CREATE TRIGGER review_outcomes_never_change BEFORE UPDATE ON review_outcomes
BEGIN
  SELECT RAISE(ABORT, 'a decision never changes: another decision follows it');
END;
