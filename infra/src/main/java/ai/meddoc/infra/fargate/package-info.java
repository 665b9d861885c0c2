/** Option 1: containers on ECS Fargate. */
@NullMarked
package ai.meddoc.infra.fargate;

import org.jspecify.annotations.NullMarked;
