/** The engine over texts and documents: at once, or as jobs that survive a restart. */
@NullMarked
package ai.meddoc.server.analyses;

import org.jspecify.annotations.NullMarked;
