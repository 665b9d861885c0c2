/** What the engine costs: notes a second, start, heap, growth with the document, and the same for named peers. */
@NullMarked
package ai.meddoc.bench;

import org.jspecify.annotations.NullMarked;
