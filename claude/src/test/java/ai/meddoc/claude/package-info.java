@NullMarked
package ai.meddoc.claude;

import org.jspecify.annotations.NullMarked;
