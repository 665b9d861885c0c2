/** The command line: reads files, prints results. The only place that knows terminals, exit codes and JSON files. */
@NullMarked
package ai.meddoc.cli;

import org.jspecify.annotations.NullMarked;
