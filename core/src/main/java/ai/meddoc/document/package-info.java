/** What comes in: the bytes of a document, its type on the wire, and the encounter it belongs to. */
@NullMarked
package ai.meddoc.document;

import org.jspecify.annotations.NullMarked;
