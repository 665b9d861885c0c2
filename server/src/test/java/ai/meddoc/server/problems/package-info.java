@NullMarked
package ai.meddoc.server.problems;

import org.jspecify.annotations.NullMarked;
