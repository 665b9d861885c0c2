@NullMarked
package ai.meddoc.server.access;

import org.jspecify.annotations.NullMarked;
