/** Every error as RFC 9457 problem+json. */
@NullMarked
package ai.meddoc.server.problems;

import org.jspecify.annotations.NullMarked;
