/** The extracted text, its pages and layout, and positions in it. Offsets are defined once, on {@link ai.meddoc.text.Span}. */
@NullMarked
package ai.meddoc.text;

import org.jspecify.annotations.NullMarked;
