/** Headings and the parts of a clinical document they govern. */
@NullMarked
package ai.meddoc.section;

import org.jspecify.annotations.NullMarked;
