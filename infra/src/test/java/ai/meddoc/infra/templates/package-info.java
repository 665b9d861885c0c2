/** Synthesised templates, to look at and to take things out of. */
@NullMarked
package ai.meddoc.infra.templates;

import org.jspecify.annotations.NullMarked;
