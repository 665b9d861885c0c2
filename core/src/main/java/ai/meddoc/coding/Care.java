package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.text.Sentence;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which phase of an injury's care the encounter belongs to (Official Guidelines I.C.19.a); tells the 7th character. */
enum Care {
    ACTIVE,
    SUBSEQUENT,
    SEQUELA;

    private static final Pattern AFTERCARE = Pattern.compile(
            "routine healing|healing (?:well|fracture)|status post (?:orif|open reduction|fixation|cast)|s/p (?:orif|cast)|cast removal"
                    + "|post-?operative (?:visit|follow)|weeks? (?:after|post|following|s/p|status post)|subsequent encounter|aftercare");
    private static final Pattern LATE = Pattern.compile("sequela|late effects? of|residual (?:of|from)");

    static Care of(CodingInput input, Mention mention) {
        Sentence sentence = input.words().sentence(mention.sentence());
        String said = input.text().quote(sentence.span()).toLowerCase(Locale.ROOT);
        if (LATE.matcher(said).find()) {
            return SEQUELA;
        }
        return AFTERCARE.matcher(said).find() ? SUBSEQUENT : ACTIVE;
    }
}
