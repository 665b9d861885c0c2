package ai.meddoc.section;

import java.util.Optional;

/**
 * One spelling of a heading, a row of {@code sections.tsv}.
 *
 * @param id of the row
 * @param spelling lower case, words parted by one space
 * @param kind what the section is about
 * @param place where the spelling counts as a heading
 * @param inRadiology the kind in a radiology report, where it differs
 */
record HeadingRule(String id, String spelling, SectionKind kind, Place place, Optional<SectionKind> inRadiology) {

    /** Where a spelling counts. */
    enum Place {
        ANY,
        /** An everyday word: a heading only when something marks it as one. */
        LABEL,
        /** Only inside a history section: "Medical" under "PAST HISTORY". */
        HISTORY,
        /** Part of an examination or review of systems: never ends it. */
        SYSTEM,
        /** A measured vital sign. */
        SIGN
    }
}
