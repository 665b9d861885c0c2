/** Finds what identifies a person, replaces it before text leaves the machine, and puts it back. */
@NullMarked
package ai.meddoc.claude.deid;

import org.jspecify.annotations.NullMarked;
