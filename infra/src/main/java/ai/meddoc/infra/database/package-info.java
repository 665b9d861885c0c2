/** PostgreSQL. */
@NullMarked
package ai.meddoc.infra.database;

import org.jspecify.annotations.NullMarked;
