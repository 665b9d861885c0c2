/** What a month costs, computed from a dated table of prices. */
@NullMarked
package ai.meddoc.infra.cost;

import org.jspecify.annotations.NullMarked;
