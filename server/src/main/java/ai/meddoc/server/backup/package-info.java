/** The whole of what is kept, taken out of a running server's database and store, and put into empty ones. */
@NullMarked
package ai.meddoc.server.backup;

import org.jspecify.annotations.NullMarked;
