package ai.meddoc.document;

import java.util.Arrays;
import java.util.Optional;

/** The five document types, and {@link #OTHER} when a document is none of them. */
public enum DocumentType {
    COMPLETE_BLOOD_COUNT("COMPLETE BLOOD COUNT"),
    /** Includes the comprehensive metabolic panel, which contains the basic one. */
    BASIC_METABOLIC_PANEL("BASIC METABOLIC PANEL"),
    X_RAY("X-RAY"),
    CT("CT"),
    CLINICAL_NOTE("CLINICAL NOTE"),
    OTHER("OTHER");

    private final String wireName;

    DocumentType(String wireName) {
        this.wireName = wireName;
    }

    /** The string used in JSON, in the API and on the command line. */
    public String wireName() {
        return wireName;
    }

    /** Reverses {@link #wireName()}; matches exactly, empty for any other string. */
    public static Optional<DocumentType> fromWireName(String name) {
        return Arrays.stream(values()).filter(t -> t.wireName.equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return wireName;
    }
}
