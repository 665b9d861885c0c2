/** Spans of text that name an ICD-10-CM concept. */
@NullMarked
package ai.meddoc.mention;

import org.jspecify.annotations.NullMarked;
