package ai.meddoc.claude.deid;

import ai.meddoc.document.DocumentType;
import java.util.Objects;
import java.util.Set;

/**
 * What may leave the machine.
 *
 * @param mode how identifiers are treated
 * @param neverLeaves documents of these types are never sent
 */
public record Policy(Mode mode, Set<DocumentType> neverLeaves) {

    /** How identifiers are treated. */
    public enum Mode {
        /** The text is sent as it is. */
        OFF,
        /** Identifiers are replaced by surrogates before the text is sent, and put back afterwards. */
        ON,
        /** As {@code ON}, but a text in which something may be an identifier and may not is kept here. */
        REFUSE_IF_UNSURE
    }

    public static final Policy DEFAULT = new Policy(Mode.ON, Set.of());

    public Policy {
        Objects.requireNonNull(mode);
        neverLeaves = Set.copyOf(neverLeaves);
    }
}
