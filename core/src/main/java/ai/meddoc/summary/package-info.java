/** The provider-facing summary: few sentences, each proven by the text. */
@NullMarked
package ai.meddoc.summary;

import org.jspecify.annotations.NullMarked;
