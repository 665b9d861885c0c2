/** What every request passes: its id, the origin check, the headers, the routes that are not resources. */
@NullMarked
package ai.meddoc.server.gate;

import org.jspecify.annotations.NullMarked;
