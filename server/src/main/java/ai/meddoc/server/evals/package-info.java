/** The engine measured on the bundled set. */
@NullMarked
package ai.meddoc.server.evals;

import org.jspecify.annotations.NullMarked;
