/** Buckets and their backups. */
@NullMarked
package ai.meddoc.infra.storage;

import org.jspecify.annotations.NullMarked;
