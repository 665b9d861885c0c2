/** The deployments on AWS: stacks, and the option that chooses among them. */
@NullMarked
package ai.meddoc.infra;

import org.jspecify.annotations.NullMarked;
