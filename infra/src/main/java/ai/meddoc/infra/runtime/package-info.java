/** What the program is told and may do, whatever runs it; and the load balancer in front of it. */
@NullMarked
package ai.meddoc.infra.runtime;

import org.jspecify.annotations.NullMarked;
