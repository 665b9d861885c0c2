package ai.meddoc.server.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the trail as FHIR R4 AuditEvent resources (hl7.org/fhir/R4/auditevent.html). Thread-safe. */
@Singleton
final class FhirAuditEvents {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String PURPOSES = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String OURS = "urn:meddoc:";

    private final ObjectMapper json;

    FhirAuditEvents(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode bundle(List<AuditRow> rows) {
        ObjectNode bundle =
                json.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        rows.forEach(row ->
                entries.addObject().put("fullUrl", OURS + "audit:" + row.seq()).set("resource", event(row)));
        return bundle;
    }

    private ObjectNode event(AuditRow row) {
        ObjectNode event =
                json.createObjectNode().put("resourceType", "AuditEvent").put("id", String.valueOf(row.seq()));
        type(event, row);
        event.put("action", action(row))
                .put("recorded", Instant.ofEpochMilli(row.at()).toString())
                .put("outcome", row.outcome().equals("DONE") ? "0" : "4");
        if (row.reason() != null) {
            coding(event.putArray("purposeOfEvent").addObject().put("text", row.reason()), PURPOSES, "BTG");
        }
        agent(event, row);
        event.putObject("source").putObject("observer").put("display", "Medical Document AI");
        entity(event, row);
        return event;
    }

    private static void type(ObjectNode event, AuditRow row) {
        boolean signs = row.action().startsWith("SIGN_");
        event.putObject("type")
                .put("system", signs ? DICOM : TYPES)
                .put("code", signs ? "110114" : "rest")
                .put("display", signs ? "User Authentication" : "RESTful Operation");
        event.putArray("subtype").addObject().put("system", OURS + "action").put("code", row.action());
    }

    private static String action(AuditRow row) {
        return switch (row.action()) {
            case "CREATE" -> "C";
            case "UPDATE" -> "U";
            case "DELETE" -> "D";
            case "REVIEW" -> "U";
            case "READ", "LIST", "EXPORT", "READ_AUDIT" -> "R";
            default -> "E";
        };
    }

    private static void agent(ObjectNode event, AuditRow row) {
        ObjectNode agent = event.putArray("agent").addObject();
        coding(agent.putObject("type"), OURS + "actor-kind", row.actorKind());
        agent.putObject("who")
                .putObject("identifier")
                .put("system", OURS + "tenant:" + row.tenant())
                .put("value", row.actor().isEmpty() ? "unknown" : row.actor());
        agent.put("requestor", true);
    }

    private static void entity(ObjectNode event, AuditRow row) {
        ObjectNode entity = event.putArray("entity").addObject();
        Long document = row.documentId();
        if (document != null) {
            entity.putObject("what").put("reference", "DocumentReference/" + document);
        }
        entity.put("name", row.route());
        ArrayNode details = entity.putArray("detail");
        detail(details, "request", row.requestId());
        detail(details, "job", row.jobId());
        detail(details, "shown-sha256", row.shownSha256());
        detail(details, "detail", row.detail());
    }

    private static void detail(ArrayNode details, String type, @Nullable Object value) {
        if (value != null) {
            details.addObject().put("type", type).put("valueString", value.toString());
        }
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }
}
