package ai.meddoc.server.analyses;

import ai.meddoc.server.analyses.Pairs.Pair;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What two runs on one document say differently. Thread-safe. */
@Singleton
final class Comparison {

    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String CHANGED = "changed";

    /** Smaller differences of a confidence are not shown to anybody, so they are none. */
    private static final double SAME_CONFIDENCE = 0.005;

    private final ObjectMapper json;

    Comparison(ObjectMapper json) {
        this.json = json;
    }

    ComparisonReply of(AnalysisDetail from, AnalysisDetail to) throws JsonProcessingException {
        JsonNode one = json.readTree(from.results());
        JsonNode other = json.readTree(to.results());
        Pairs<CodeJson> codes = pairs(one, other, "/codes/codes", CodeJson.class, List.of(CodeJson::code));
        Pairs<LabResultJson> labs =
                pairs(one, other, "/lab_results", LabResultJson.class, List.of(Comparison::place, Comparison::measure));
        Pairs<SummaryStatementJson> summary = pairs(
                one, other, "/summary/statements", SummaryStatementJson.class, List.of(SummaryStatementJson::text));
        List<CodeChange> codeChanges = codeChanges(codes);
        List<LabChange> labChanges = labChanges(labs);
        return new ComparisonReply(
                from.run(),
                to.run(),
                TypeChange.of(classification(one), classification(other)),
                codeChanges,
                codes.both().size() - count(codeChanges, CodeChange::change),
                labChanges,
                labs.both().size() - count(labChanges, LabChange::change),
                statementChanges(summary),
                summary.both().size());
    }

    private ClassificationJson classification(JsonNode results) throws JsonProcessingException {
        return json.treeToValue(results.path("classification"), ClassificationJson.class);
    }

    private <T> Pairs<T> pairs(JsonNode from, JsonNode to, String at, Class<T> type, List<Function<T, String>> keys)
            throws JsonProcessingException {
        return Pairs.of(list(from.at(at), type), list(to.at(at), type), keys);
    }

    private <T> List<T> list(JsonNode array, Class<T> type) throws JsonProcessingException {
        List<T> items = new ArrayList<>();
        for (JsonNode item : array) {
            items.add(json.treeToValue(item, type));
        }
        return items;
    }

    private static <T> int count(List<T> changes, Function<T, String> kind) {
        return Math.toIntExact(changes.stream()
                .filter(change -> kind.apply(change).equals(CHANGED))
                .count());
    }

    private static List<CodeChange> codeChanges(Pairs<CodeJson> codes) {
        List<CodeChange> changes = new ArrayList<>();
        codes.added().forEach(code -> changes.add(new CodeChange(ADDED, code.code(), List.of(), null, code)));
        codes.removed().forEach(code -> changes.add(new CodeChange(REMOVED, code.code(), List.of(), code, null)));
        for (Pair<CodeJson> pair : codes.both()) {
            List<String> fields = differing(pair);
            if (!fields.isEmpty()) {
                changes.add(new CodeChange(CHANGED, pair.from().code(), fields, pair.from(), pair.to()));
            }
        }
        return changes;
    }

    private static List<String> differing(Pair<CodeJson> pair) {
        CodeJson from = pair.from();
        CodeJson to = pair.to();
        List<String> fields = new ArrayList<>();
        note(fields, "status", from.status(), to.status());
        note(fields, "first_listed", from.firstListed(), to.firstListed());
        if (Math.abs(from.confidence() - to.confidence()) >= SAME_CONFIDENCE) {
            fields.add("confidence");
        }
        note(fields, "rules", from.rules(), to.rules());
        note(fields, "evidence", from.evidenceSpans(), to.evidenceSpans());
        return fields;
    }

    private static List<LabChange> labChanges(Pairs<LabResultJson> labs) {
        List<LabChange> changes = new ArrayList<>();
        labs.added().forEach(lab -> changes.add(new LabChange(ADDED, lab.name(), List.of(), null, lab)));
        labs.removed().forEach(lab -> changes.add(new LabChange(REMOVED, lab.name(), List.of(), lab, null)));
        for (Pair<LabResultJson> pair : labs.both()) {
            List<String> fields = differingLabs(pair);
            if (!fields.isEmpty()) {
                changes.add(new LabChange(CHANGED, pair.to().name(), fields, pair.from(), pair.to()));
            }
        }
        return changes;
    }

    private static List<String> differingLabs(Pair<LabResultJson> pair) {
        LabResultJson from = pair.from();
        LabResultJson to = pair.to();
        List<String> fields = new ArrayList<>();
        note(fields, "value", from.valueText(), to.valueText());
        note(fields, "comparator", from.comparator(), to.comparator());
        note(fields, "unit", from.unit(), to.unit());
        note(fields, "low", from.low(), to.low());
        note(fields, "high", from.high(), to.high());
        note(fields, "flag", from.flag(), to.flag());
        note(fields, "critical", from.critical(), to.critical());
        note(fields, "loinc", from.loinc(), to.loinc());
        return fields;
    }

    private static void note(List<String> fields, String name, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            fields.add(name);
        }
    }

    private static List<StatementChange> statementChanges(Pairs<SummaryStatementJson> summary) {
        List<StatementChange> changes = new ArrayList<>();
        summary.added().forEach(statement -> changes.add(new StatementChange(ADDED, statement)));
        summary.removed().forEach(statement -> changes.add(new StatementChange(REMOVED, statement)));
        return changes;
    }

    /** What was measured and where it stands: the same value of the same line. */
    private static String place(LabResultJson lab) {
        return measure(lab)
                + (lab.evidenceSpans().isEmpty()
                        ? ""
                        : "@" + lab.evidenceSpans().getFirst().start());
    }

    private static String measure(LabResultJson lab) {
        return Objects.requireNonNullElse(lab.loinc(), lab.name());
    }
}
