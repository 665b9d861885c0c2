package ai.meddoc.extract;

import java.time.Duration;
import java.util.Objects;

/**
 * What one document may cost. More bytes, pages or characters end in {@code TOO_LARGE}; more time or memory in
 * {@code LIMIT_EXCEEDED}.
 *
 * @param bytes size of the file
 * @param pages pages that the file really has, whatever it claims
 * @param characters UTF-16 units of the text
 * @param time wall-clock time for parsing and recognition together
 */
public record ExtractionLimits(int bytes, int pages, int characters, Duration time) {

    /** 50 MB, 500 pages, 5 million characters, 25 seconds: whatever a file does, its job ends within 30. */
    public static final ExtractionLimits DEFAULT =
            new ExtractionLimits(50 * 1024 * 1024, 500, 5_000_000, Duration.ofSeconds(25));

    /** @throws IllegalArgumentException if a limit is not positive */
    public ExtractionLimits {
        Objects.requireNonNull(time);
        if (bytes < 1 || pages < 1 || characters < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    public ExtractionLimits withBytes(int most) {
        return new ExtractionLimits(most, pages, characters, time);
    }

    public ExtractionLimits withPages(int most) {
        return new ExtractionLimits(bytes, most, characters, time);
    }

    public ExtractionLimits withCharacters(int most) {
        return new ExtractionLimits(bytes, pages, most, time);
    }

    public ExtractionLimits withTime(Duration most) {
        return new ExtractionLimits(bytes, pages, characters, most);
    }
}
