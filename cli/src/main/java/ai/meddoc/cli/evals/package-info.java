/** Gold from files, an engine over it, and reports of how well it did. */
@NullMarked
package ai.meddoc.cli.evals;

import org.jspecify.annotations.NullMarked;
