/** Learns the weights that {@code core} scores with; deterministic, not shipped. */
@NullMarked
package ai.meddoc.training;

import org.jspecify.annotations.NullMarked;
