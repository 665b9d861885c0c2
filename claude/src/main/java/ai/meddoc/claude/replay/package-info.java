/** Recorded replies, so that evaluations of this engine run without a key. */
@NullMarked
package ai.meddoc.claude.replay;

import org.jspecify.annotations.NullMarked;
