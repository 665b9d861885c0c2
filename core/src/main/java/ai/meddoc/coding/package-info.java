/** From asserted mentions to the codes a coder would report, by the Official Guidelines. */
@NullMarked
package ai.meddoc.coding;

import org.jspecify.annotations.NullMarked;
