/** Log lines: JSON or text, without a word that an exception of others may quote. */
@NullMarked
package ai.meddoc.server.logs;

import org.jspecify.annotations.NullMarked;
