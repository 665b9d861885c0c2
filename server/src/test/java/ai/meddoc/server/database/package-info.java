@NullMarked
package ai.meddoc.server.database;

import org.jspecify.annotations.NullMarked;
