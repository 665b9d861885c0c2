package ai.meddoc.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A rule of code assignment as the data file states it.
 *
 * @param id stable; shown to the coder, who can overrule it
 * @param kind what it does
 * @param first the codes it is about; empty for all
 * @param second groups of codes that must (or must not) stand beside; every group has to be met by one of its codes
 * @param result the code that comes in, or the empty string; a star at its end stands for the characters that the code in
 *     question has after the prefix of {@code first}
 * @param guideline section of the ICD-10-CM Official Guidelines, or the note of the tabular list, that it follows
 * @param explanation one sentence for the coder
 */
public record CodingRule(
        String id,
        Kind kind,
        CodePrefixes first,
        List<CodePrefixes> second,
        String result,
        String guideline,
        String explanation) {

    private static final String OPEN = "*";

    /** What a rule does. */
    public enum Kind {
        /** {@code first} beside {@code second} becomes {@code result}; {@code second} is coded also. */
        COMBINE,
        /** {@code first} and {@code second} together become {@code result}. */
        MERGE,
        /** {@code first} beside {@code second} is {@code result}, on its own evidence; {@code second} stays as it is. */
        BECOME,
        /** {@code first} beside {@code second} is coded as {@code result} as well; both stay. */
        ADD,
        /** {@code first} is not reported beside {@code second}. */
        DROP,
        /** The same, but for inpatients both are reported. */
        DROP_OUTPATIENT,
        /** {@code first} is not reported for inpatients. */
        DROP_INPATIENT,
        /** {@code first} is reported only beside {@code second}. */
        DROP_UNLESS,
        /** {@code first} is reported where {@code second} is. */
        INCLUDE,
        /** {@code first} is sequenced before {@code second}. */
        SEQUENCE,
        /** Names a decision that the code makes; the rule carries its id, guideline and explanation. */
        POLICY
    }

    public CodingRule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(first);
        second = List.copyOf(second);
        Objects.requireNonNull(result);
        Objects.requireNonNull(guideline);
        Objects.requireNonNull(explanation);
    }

    static CodingRule parse(List<String> row) {
        return new CodingRule(
                row.get(0),
                kind(row.get(1)),
                CodePrefixes.parse(row.get(2)),
                Arrays.stream(row.get(3).split("&", -1))
                        .map(CodePrefixes::parse)
                        .filter(group -> !group.isEmpty())
                        .toList(),
                row.get(4),
                row.get(5),
                row.get(6));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "combine" -> Kind.COMBINE;
            case "merge" -> Kind.MERGE;
            case "become" -> Kind.BECOME;
            case "add" -> Kind.ADD;
            case "drop" -> Kind.DROP;
            case "dropinpatient" -> Kind.DROP_INPATIENT;
            case "dropoutpatient" -> Kind.DROP_OUTPATIENT;
            case "dropunless" -> Kind.DROP_UNLESS;
            case "include" -> Kind.INCLUDE;
            case "sequence" -> Kind.SEQUENCE;
            default -> Kind.POLICY;
        };
    }

    /** The code that comes in for {@code code}, one of {@link #first}. */
    String resultFor(String code) {
        if (!result.endsWith(OPEN)) {
            return result;
        }
        String stem = result.substring(0, result.length() - OPEN.length());
        return first.written().stream()
                .filter(code::startsWith)
                .map(prefix -> stem + code.substring(prefix.length()))
                .findFirst()
                .orElse(result);
    }

    /** Whether the rule states an Excludes1 note, which unrelated conditions override. */
    boolean isExcludes1() {
        return guideline.endsWith("excludes1");
    }

    /** Whether a code is one of {@link #first}. */
    boolean isAbout(String code) {
        return first.has(code);
    }
}
