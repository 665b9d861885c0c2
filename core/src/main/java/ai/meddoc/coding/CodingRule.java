package ai.meddoc.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A rule of code assignment as the data file states it.
 *
 * @param id stable; shown to the coder, who can overrule it
 * @param kind what it does
 * @param first the codes it is about, as prefixes ({@code E11.9}) or exactly ({@code =H26.9}); empty for all
 * @param second groups of codes that must (or must not) stand beside; every group has to be met by one of its prefixes
 * @param result the code that comes in, or the empty string
 * @param guideline section of the ICD-10-CM Official Guidelines, or the note of the tabular list, that it follows
 * @param explanation one sentence for the coder
 */
public record CodingRule(
        String id,
        Kind kind,
        List<String> first,
        List<List<String>> second,
        String result,
        String guideline,
        String explanation) {

    /** What a rule does. */
    public enum Kind {
        /** {@code first} beside {@code second} becomes {@code result}; {@code second} is coded also. */
        COMBINE,
        /** {@code first} and {@code second} together become {@code result}. */
        MERGE,
        /** {@code first} is not reported beside {@code second}. */
        DROP,
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
        first = List.copyOf(first);
        second = second.stream().map(List::copyOf).toList();
        Objects.requireNonNull(result);
        Objects.requireNonNull(guideline);
        Objects.requireNonNull(explanation);
    }

    static CodingRule parse(List<String> row) {
        return new CodingRule(
                row.get(0),
                kind(row.get(1)),
                prefixes(row.get(2)),
                Arrays.stream(row.get(3).split("&", -1))
                        .map(CodingRule::prefixes)
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
            case "drop" -> Kind.DROP;
            case "dropunless" -> Kind.DROP_UNLESS;
            case "include" -> Kind.INCLUDE;
            case "sequence" -> Kind.SEQUENCE;
            default -> Kind.POLICY;
        };
    }

    private static List<String> prefixes(String column) {
        return Arrays.stream(column.strip().split("[ ,]+"))
                .filter(prefix -> !prefix.isEmpty() && !prefix.equals("*"))
                .toList();
    }

    /** Whether a code is one of {@link #first}. */
    boolean isAbout(String code) {
        return anyMatches(first, code);
    }

    static boolean anyMatches(List<String> prefixes, String code) {
        for (String prefix : prefixes) {
            if (prefix.startsWith("=") ? code.equals(prefix.substring(1)) : code.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
