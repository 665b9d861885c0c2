@NullMarked
package ai.meddoc.lambda;

import org.jspecify.annotations.NullMarked;
