/**
 * Suites and metrics that measure an engine against gold. The metrics agree to the digit with the independent scorer
 * that reads the predictions file: a figure that two programs compute alike is a figure one can publish. Reading gold
 * from files is the caller's; nothing here sees an engine.
 */
@NullMarked
package ai.meddoc.evaluation;

import org.jspecify.annotations.NullMarked;
