/** Encryption of what is stored: streams and column values, each under a key of its own that is wrapped by the newest key. */
@NullMarked
package ai.meddoc.server.sealing;

import org.jspecify.annotations.NullMarked;
