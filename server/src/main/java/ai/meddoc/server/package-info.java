/** The pipeline over HTTP. */
@NullMarked
package ai.meddoc.server;

import org.jspecify.annotations.NullMarked;
