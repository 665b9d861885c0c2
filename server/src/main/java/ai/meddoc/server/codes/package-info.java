/** Looking codes up. */
@NullMarked
package ai.meddoc.server.codes;

import org.jspecify.annotations.NullMarked;
