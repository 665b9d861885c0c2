/** What a deployment must contain, line by line, and the proof that each line notices what is missing. */
@NullMarked
package ai.meddoc.infra.checklist;

import org.jspecify.annotations.NullMarked;
