@NullMarked
package ai.meddoc.server.logs;

import org.jspecify.annotations.NullMarked;
