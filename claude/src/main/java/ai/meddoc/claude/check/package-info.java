/** Holds what the model says against the document and the catalogue. */
@NullMarked
package ai.meddoc.claude.check;

import org.jspecify.annotations.NullMarked;
