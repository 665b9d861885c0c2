package ai.meddoc.cli.output;

import ai.meddoc.classify.Cue;
import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.coding.RejectedCode;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.Analysis;
import ai.meddoc.lab.LabResult;
import ai.meddoc.lab.ReferenceRange;
import ai.meddoc.summary.Summary;
import ai.meddoc.summary.SummaryStatement;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Span;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** An analysis in the wire format of the REST API: the same names, the same shapes. */
public final class AnalysisJson {

    private final DocumentText text;

    private AnalysisJson(DocumentText text) {
        this.text = text;
    }

    public static ObjectNode of(DocumentText text, Analysis analysis) {
        return new AnalysisJson(text).analysis(analysis);
    }

    private ObjectNode analysis(Analysis analysis) {
        ObjectNode node = Json.object();
        node.put("document_type", analysis.classification().type().wireName());
        node.put("confidence", analysis.classification().confidence());
        node.put("rationale", analysis.classification().rationale());
        evidence(
                node,
                analysis.classification().cues().stream()
                        .map(Cue::span)
                        .filter(span -> span.length() > 0 && span.length() <= Evidence.MAX_LENGTH)
                        .map(span -> Evidence.of(text, span))
                        .toList());
        ArrayNode codes = node.putArray("codes");
        analysis.coding().assignments().forEach(code -> codes.add(code(code)));
        node.set("summary", summary(analysis.summary()));
        ArrayNode labs = node.putArray("lab_results");
        analysis.labResults().forEach(lab -> labs.add(lab(lab)));
        ArrayNode rejected = node.putArray("rejected_codes");
        analysis.coding().rejected().forEach(r -> rejected.add(rejected(r)));
        ArrayNode findings = node.putArray("findings");
        analysis.findings().forEach(f -> findings.add(finding(f)));
        encounter(node.putObject("encounter"), analysis.encounter());
        node.put("pages", text.pages().size());
        node.put("engine", analysis.provenance().engine());
        node.put("engine_version", analysis.provenance().engineVersion());
        node.put("terminology_release", analysis.provenance().terminologyRelease());
        return node;
    }

    private ObjectNode code(CodeAssignment assignment) {
        ObjectNode node = Json.object();
        node.put("code", assignment.code().code());
        node.put("description", assignment.code().title());
        node.put("confidence", assignment.confidence());
        node.put("status", lower(assignment.status()));
        node.put("first_listed", assignment.firstListed());
        node.put("rationale", assignment.rationale());
        node.set("rules", Json.strings(assignment.ruleIds()));
        evidence(node, assignment.evidence());
        return node;
    }

    private ObjectNode summary(Summary summary) {
        ObjectNode node = Json.object();
        node.put("summary", summary.text());
        node.put("confidence", summary.confidence());
        List<Evidence> all = summary.statements().stream()
                .flatMap(s -> s.evidence().stream())
                .toList();
        evidence(node, all);
        node.set(
                "bullets",
                Json.strings(summary.statements().stream()
                        .map(SummaryStatement::text)
                        .toList()));
        ArrayNode citations = node.putArray("citations");
        for (SummaryStatement statement : summary.statements()) {
            Evidence first = statement.evidence().getFirst();
            citations.add("page " + first.page() + ", " + first.span().start() + "-"
                    + first.span().end());
        }
        return node;
    }

    private ObjectNode lab(LabResult lab) {
        ObjectNode node = Json.object();
        node.put("name", lab.name());
        node.put("analyte", lab.analyte());
        node.put("loinc", lab.loinc());
        Json.number(node, "value", lab.value());
        node.put("comparator", lab.comparator());
        node.put("unit", lab.unit());
        ReferenceRange range = lab.range();
        Json.number(node, "low", range == null ? null : range.low());
        Json.number(node, "high", range == null ? null : range.high());
        node.put("flag", lab.flag() == null ? null : lab.flag().name());
        node.put("flag_source", lower(lab.flagSource()));
        node.put("critical", lab.critical());
        Span span = lab.span();
        if (span.length() > 0 && span.length() <= Evidence.MAX_LENGTH) {
            evidence(node, List.of(Evidence.of(text, span)));
        }
        return node;
    }

    private ObjectNode rejected(RejectedCode rejected) {
        ObjectNode node = Json.object();
        node.put("code", rejected.code());
        node.put("description", rejected.title());
        node.put("rule", rejected.ruleId());
        node.put("reason", rejected.reason());
        evidence(node, rejected.evidence());
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = Json.object();
        node.put("code", finding.code().name());
        node.put("step", finding.step());
        node.put("message", finding.message());
        Span span = finding.span();
        if (span != null) {
            node.put("start", span.start());
            node.put("end", span.end());
        }
        return node;
    }

    private static void encounter(ObjectNode node, Encounter encounter) {
        var encounterClass = encounter.encounterClass();
        var date = encounter.dateOfService();
        node.put("class", encounterClass == null ? null : lower(encounterClass));
        node.put("date_of_service", date == null ? null : date.toString());
    }

    private static void evidence(ObjectNode node, List<Evidence> evidence) {
        node.set("evidence", Json.strings(evidence.stream().map(Evidence::quote).toList()));
        ArrayNode spans = node.putArray("evidence_spans");
        for (Evidence e : evidence) {
            spans.addObject()
                    .put("start", e.span().start())
                    .put("end", e.span().end())
                    .put("page", e.page())
                    .put("quote", e.quote());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
