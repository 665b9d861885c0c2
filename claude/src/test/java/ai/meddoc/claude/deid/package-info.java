@NullMarked
package ai.meddoc.claude.deid;

import org.jspecify.annotations.NullMarked;
