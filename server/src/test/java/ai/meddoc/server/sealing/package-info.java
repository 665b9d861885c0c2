@NullMarked
package ai.meddoc.server.sealing;

import org.jspecify.annotations.NullMarked;
