/** {@code meddoc doctor}: what the server needs, what of it is there, and what to do about the rest. */
@NullMarked
package ai.meddoc.server.doctor;

import org.jspecify.annotations.NullMarked;
