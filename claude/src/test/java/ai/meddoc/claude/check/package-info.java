@NullMarked
package ai.meddoc.claude.check;

import org.jspecify.annotations.NullMarked;
