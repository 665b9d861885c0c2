/** Which of the five document types a text is, or none, with the cues that decided. */
@NullMarked
package ai.meddoc.classify;

import org.jspecify.annotations.NullMarked;
