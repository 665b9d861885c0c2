package ai.meddoc.fhir;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Reference;

/**
 * Names the resources of one bundle: the same for the same document and result, so that a bundle sent twice is known again,
 * and different for different documents.
 */
final class BundleIds {

    private final String document;

    BundleIds(String text) {
        this.document =
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** @param name the resource's kind, with its place where there are several */
    String urn(String name) {
        byte[] bytes = (document + '/' + name).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
    }

    Reference to(String name) {
        return new Reference(urn(name));
    }
}
