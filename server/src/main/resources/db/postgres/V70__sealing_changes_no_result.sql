-- A result or decision still never changes; what it is stored as may: sealed, or sealed anew under another key.
DROP TRIGGER analyses_never_change ON analyses;
CREATE TRIGGER analyses_never_change BEFORE UPDATE ON analyses FOR EACH ROW
WHEN (NOT (
  NEW.document_id = OLD.document_id AND NEW.version = OLD.version AND NEW.job_id = OLD.job_id
  AND NEW.created_at = OLD.created_at AND NEW.engine = OLD.engine AND NEW.engine_version = OLD.engine_version
  AND NEW.model IS NOT DISTINCT FROM OLD.model AND NEW.terminology_release = OLD.terminology_release
  AND NEW.rules_version = OLD.rules_version AND NEW.document_type = OLD.document_type
  AND NEW.codes_count = OLD.codes_count
  AND (NEW.results = OLD.results OR substr(NEW.results, 1, 8) = chr(1) || 'sealed:')
  AND (NEW.extracted_text = OLD.extracted_text OR substr(NEW.extracted_text, 1, 8) = chr(1) || 'sealed:')))
EXECUTE FUNCTION analyses_never_change();

DROP TRIGGER review_decisions_never_change ON review_decisions;
CREATE TRIGGER review_decisions_never_change BEFORE UPDATE ON review_decisions FOR EACH ROW
WHEN (NOT (
  NEW.id = OLD.id AND NEW.document_id = OLD.document_id AND NEW.analysis_version = OLD.analysis_version
  AND NEW.revision = OLD.revision AND NEW.at = OLD.at AND NEW.actor = OLD.actor AND NEW.action = OLD.action
  AND (NEW.choice = OLD.choice OR substr(NEW.choice, 1, 8) = chr(1) || 'sealed:')))
EXECUTE FUNCTION review_never_changes();
