/** What is recorded, measured and alarmed about. */
@NullMarked
package ai.meddoc.infra.observability;

import org.jspecify.annotations.NullMarked;
