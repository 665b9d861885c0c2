/** What a result looks like: for people at a terminal, and for programs. */
@NullMarked
package ai.meddoc.cli.output;

import org.jspecify.annotations.NullMarked;
