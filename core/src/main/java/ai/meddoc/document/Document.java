package ai.meddoc.document;

import java.util.Objects;

/**
 * A file as it came in. The name is PHI and so are the bytes: {@link #toString()} prints the size only. Immutable by
 * agreement: neither side changes {@link #bytes()}; thread-safe.
 *
 * @param name the original file name, for display to its owner only; never a path, a key or a log line
 * @param bytes the content; what it is gets decided by looking at it, never by the name
 */
public record Document(String name, byte[] bytes) {

    public Document {
        Objects.requireNonNull(name);
        Objects.requireNonNull(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Document[" + bytes.length + " bytes]";
    }
}
