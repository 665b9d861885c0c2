package ai.meddoc.assertion;

import ai.meddoc.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the text says of a mention, in the terms of ConText and i2b2.
 *
 * @param trigger the words that decided ("denies", a section's heading), or null when nothing but the default did
 * @param scope the stretch that the trigger governs, or null without a trigger
 * @param ruleId the id of the context rule that decided, or the empty string
 */
public record Assertion(
        Presence presence,
        Temporality temporality,
        Experiencer experiencer,
        @Nullable Span trigger,
        @Nullable Span scope,
        String ruleId) {

    /** Whether it is there. */
    public enum Presence {
        PRESENT,
        ABSENT,
        POSSIBLE,
        /** Of the future or a condition: "return if fever", "at risk of". */
        HYPOTHETICAL
    }

    /** When. */
    public enum Temporality {
        CURRENT,
        HISTORICAL
    }

    /** Who has it. */
    public enum Experiencer {
        PATIENT,
        FAMILY,
        OTHER
    }

    /** Present, current, of the patient, without a trigger. */
    public static final Assertion DEFAULT =
            new Assertion(Presence.PRESENT, Temporality.CURRENT, Experiencer.PATIENT, null, null, "");

    public Assertion {
        Objects.requireNonNull(presence);
        Objects.requireNonNull(temporality);
        Objects.requireNonNull(experiencer);
        Objects.requireNonNull(ruleId);
    }

    /** The patient has it, now or in the past, beyond doubt. */
    public boolean isAffirmed() {
        return presence == Presence.PRESENT && experiencer == Experiencer.PATIENT;
    }
}
