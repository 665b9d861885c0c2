/** From names on the command line to documents and their results. */
@NullMarked
package ai.meddoc.cli.input;

import org.jspecify.annotations.NullMarked;
