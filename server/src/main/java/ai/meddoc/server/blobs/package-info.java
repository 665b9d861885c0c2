/** The uploaded files' bytes under random keys. */
@NullMarked
package ai.meddoc.server.blobs;

import org.jspecify.annotations.NullMarked;
