@NullMarked
package ai.meddoc.claude.prompt;

import org.jspecify.annotations.NullMarked;
