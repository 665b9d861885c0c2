@NullMarked
package ai.meddoc.server.analyses;

import org.jspecify.annotations.NullMarked;
