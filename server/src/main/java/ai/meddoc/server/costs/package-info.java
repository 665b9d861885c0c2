/** What Claude cost: every call kept, and the totals of days for those who pay. */
@NullMarked
package ai.meddoc.server.costs;

import org.jspecify.annotations.NullMarked;
