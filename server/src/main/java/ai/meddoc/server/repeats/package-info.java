/** Requests that a client sends again under a name of its own, so that what it asked for is done once. */
@NullMarked
package ai.meddoc.server.repeats;

import org.jspecify.annotations.NullMarked;
