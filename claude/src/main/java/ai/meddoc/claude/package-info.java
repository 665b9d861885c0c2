/** The Claude engine: the model proposes, the rules of core dispose. */
@NullMarked
package ai.meddoc.claude;

import org.jspecify.annotations.NullMarked;
