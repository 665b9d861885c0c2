package ai.meddoc.server.codes;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds codes for a phrase. Thread-safe. */
@Singleton
final class CodeLookup {

    private final Icd10Cm release;

    CodeLookup(Icd10CmReleases releases) {
        this.release = releases.newest();
    }

    List<CodeMatches.CodeMatchJson> search(String phrase, int limit) {
        String wanted = phrase.strip().toLowerCase(Locale.ROOT);
        List<CodeMatches.CodeMatchJson> found = new ArrayList<>();
        for (int i = 0; i < release.size() && found.size() < limit; i++) {
            String code = release.codeAt(i);
            String title = release.titleAt(i);
            if (code.toLowerCase(Locale.ROOT).startsWith(wanted)
                    || title.toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(new CodeMatches.CodeMatchJson(code, title, release.billableAt(i), 1, title));
            }
        }
        return found;
    }
}
