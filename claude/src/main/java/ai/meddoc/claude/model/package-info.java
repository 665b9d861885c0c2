/** Which models there are, until when, and what they cost. */
@NullMarked
package ai.meddoc.claude.model;

import org.jspecify.annotations.NullMarked;
