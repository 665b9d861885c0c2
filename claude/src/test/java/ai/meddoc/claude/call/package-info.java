@NullMarked
package ai.meddoc.claude.call;

import org.jspecify.annotations.NullMarked;
