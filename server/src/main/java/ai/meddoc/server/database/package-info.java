/** One pool, one schema, SQLite or PostgreSQL. */
@NullMarked
package ai.meddoc.server.database;

import org.jspecify.annotations.NullMarked;
