/** From a PDF or a scanned image to text: the only code that parses untrusted binary formats. Does not log. */
@NullMarked
package ai.meddoc.pdf;

import org.jspecify.annotations.NullMarked;
