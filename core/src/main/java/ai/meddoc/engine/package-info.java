/** The steps as one short list. */
@NullMarked
package ai.meddoc.engine;

import org.jspecify.annotations.NullMarked;
