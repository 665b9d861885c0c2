/**
 * Results as FHIR R4: one {@code Bundle} of type {@code collection} for a document. Conditions, observations and the summary point
 * back to the document's text by HL7's {@code derivation-reference} extension, so that every statement can be traced to the
 * page. docs/fhir.md shows what becomes what.
 */
@NullMarked
package ai.meddoc.fhir;

import org.jspecify.annotations.NullMarked;
