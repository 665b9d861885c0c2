package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Arrays;

/**
 * The 7th character of injuries and external causes: A while the patient receives active treatment, D afterwards, S for
 * what remains, G, K and P where a closed fracture heals late, not or badly (Official Guidelines I.C.19.a); other
 * chapters' 7th characters default to 0 or the first.
 */
final class SeventhCharacters {

    private final Icd10Cm release;

    SeventhCharacters(Icd10Cm release) {
        this.release = release;
    }

    boolean isSeventh(int node) {
        return release.codeAt(node).length() == 8;
    }

    int choose(int[] children, Care care) {
        char wanted = switch (care) {
            case ACTIVE -> 'A';
            case SUBSEQUENT -> 'D';
            case SEQUELA -> 'S';
            case DELAYED -> 'G';
            case NONUNION -> 'K';
            case MALUNION -> 'P';
        };
        int asWanted = ending(children, wanted);
        if (asWanted < 0 && "GKP".indexOf(wanted) >= 0) {
            asWanted = ending(children, 'D');
        }
        if (asWanted >= 0) {
            return asWanted;
        }
        for (int child : children) {
            if (last(child) == '0' || last(child) == '9') {
                return child;
            }
        }
        return children[0];
    }

    private int ending(int[] children, char wanted) {
        return Arrays.stream(children)
                .filter(child -> last(child) == wanted)
                .findFirst()
                .orElse(-1);
    }

    private char last(int node) {
        String code = release.codeAt(node);
        return code.charAt(code.length() - 1);
    }
}
