/** Suites and metrics that measure an engine against gold. */
@NullMarked
package ai.meddoc.evaluation;

import org.jspecify.annotations.NullMarked;
