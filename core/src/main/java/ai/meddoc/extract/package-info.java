/** From a document's bytes to its text. */
@NullMarked
package ai.meddoc.extract;

import org.jspecify.annotations.NullMarked;
