/** The VPC and who may talk to whom. */
@NullMarked
package ai.meddoc.infra.network;

import org.jspecify.annotations.NullMarked;
