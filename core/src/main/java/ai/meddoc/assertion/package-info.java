/** Whether a mention is present, absent, possible or hypothetical; now or in the past; of the patient or of somebody else. */
@NullMarked
package ai.meddoc.assertion;

import org.jspecify.annotations.NullMarked;
