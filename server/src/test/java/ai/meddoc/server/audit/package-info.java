@NullMarked
package ai.meddoc.server.audit;

import org.jspecify.annotations.NullMarked;
