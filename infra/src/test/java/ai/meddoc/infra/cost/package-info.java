@NullMarked
package ai.meddoc.infra.cost;

import org.jspecify.annotations.NullMarked;
