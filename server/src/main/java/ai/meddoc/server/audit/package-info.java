/** Who saw and did what: a chain of rows that shows every change made to it. */
@NullMarked
package ai.meddoc.server.audit;

import org.jspecify.annotations.NullMarked;
