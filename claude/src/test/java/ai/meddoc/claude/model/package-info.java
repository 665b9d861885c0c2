@NullMarked
package ai.meddoc.claude.model;

import org.jspecify.annotations.NullMarked;
