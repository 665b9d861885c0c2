package ai.meddoc.coding;

import ai.meddoc.document.DocumentType;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Token;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body part of what an imaging study shows, where only the study's name tells it: "XR RIGHT KNEE ... Impression:
 * osteoarthritis" (Official Guidelines I.B.2). Immutable; thread-safe.
 */
final class ExamSites {

    private static final int COLUMNS = 3;
    private static final String SITE = "site";

    /** The name of the study stands before these. */
    private static final Set<SectionKind> BODY = EnumSet.of(
            SectionKind.INDICATION,
            SectionKind.CHIEF_COMPLAINT,
            SectionKind.HISTORY_OF_PRESENT_ILLNESS,
            SectionKind.PAST_MEDICAL_HISTORY,
            SectionKind.COMPARISON,
            SectionKind.FINDINGS,
            SectionKind.IMPRESSION,
            SectionKind.ASSESSMENT);

    private final Map<String, String> siteOfWord = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> nodesBySite = new HashMap<>();

    ExamSites(Icd10Cm release) {
        for (List<String> row : RuleFile.rows(ExamSites.class, "exam-sites.tsv", COLUMNS)) {
            if (row.get(0).equals(SITE)) {
                for (String word : row.get(2).split(" ")) {
                    siteOfWord.put(word, row.get(1));
                }
            } else {
                nodesBySite
                        .computeIfAbsent(row.get(1), site -> new HashMap<>())
                        .put(node(release, row.get(0)), node(release, row.get(2)));
            }
        }
    }

    private static int node(Icd10Cm release, String code) {
        int node = release.indexOf(code);
        if (node < 0) {
            throw new IllegalStateException("exam-sites.tsv names " + code + ", which is not in the release");
        }
        return node;
    }

    /** One document's findings by the codes they have where no body part is known; empty where none is told. */
    Map<Integer, Integer> of(CodingInput input) {
        String site = input.type() == DocumentType.X_RAY || input.type() == DocumentType.CT ? site(input) : null;
        return site == null ? Map.of() : nodesBySite.getOrDefault(site, Map.of());
    }

    private @Nullable String site(CodingInput input) {
        for (int s = 0;
                s < input.words().sentences() && !BODY.contains(input.sections().get(s));
                s++) {
            for (Token token : input.words().sentence(s).tokens()) {
                String site =
                        siteOfWord.get(token.span().of(input.text().text()).toLowerCase(Locale.ROOT));
                if (site != null) {
                    return site;
                }
            }
        }
        return null;
    }
}
