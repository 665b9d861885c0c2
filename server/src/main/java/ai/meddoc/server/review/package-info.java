/** The coder's review: what a person makes of the engine's codes, as decisions that are never changed. */
@NullMarked
package ai.meddoc.server.review;

import org.jspecify.annotations.NullMarked;
