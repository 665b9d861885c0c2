package ai.meddoc.lab;

import ai.meddoc.text.PhraseTrie;
import java.util.HashMap;
import java.util.Map;

/** The patient's sex as the document states it, for reference ranges. */
enum Sex {
    MALE,
    FEMALE,
    UNKNOWN;

    private static final int HEAD = 6000;
    private static final int STRONG = 5;
    private static final PhraseTrie WORDS = words();

    private static PhraseTrie words() {
        Map<String, Integer> words = new HashMap<>();
        for (String w : "he his him man male gentleman mr boy father husband son".split(" ")) {
            words.put(w, 1);
        }
        for (String w : "she her hers woman female lady mrs ms girl mother wife daughter".split(" ")) {
            words.put(w, 2);
        }
        for (String field : new String[] {"sex", "gender"}) {
            words.put(field + " m", 3);
            words.put(field + " male", 3);
            words.put(field + " f", 4);
            words.put(field + " female", 4);
        }
        for (String age : new String[] {"year old", "y o", "yo", "yr old"}) {
            for (String w : "m male man gentleman boy white|male black|male".split(" ")) {
                words.put(age + " " + w.replace('|', ' '), 3);
            }
            for (String w : "f female woman lady girl white|female black|female".split(" ")) {
                words.put(age + " " + w.replace('|', ' '), 4);
            }
        }
        return PhraseTrie.of(words);
    }

    /** Fields ("Gender: F") and ages ("62-year-old woman") decide; pronouns and nouns count where there are none. */
    static Sex of(String text) {
        PhraseTrie.Words words = WORDS.scan(text, 0, Math.min(text.length(), HEAD));
        int male = 0;
        int female = 0;
        for (int i = 0; i < words.size(); i++) {
            long match = words.id(i) < 0 ? PhraseTrie.NONE : WORDS.longest(words, i);
            if (match != PhraseTrie.NONE) {
                int kind = PhraseTrie.phrase(match);
                male += kind == 1 ? 1 : kind == 3 ? STRONG : 0;
                female += kind == 2 ? 1 : kind == 4 ? STRONG : 0;
            }
        }
        if (male == female) {
            return inHeader(text);
        }
        return male > female ? MALE : FEMALE;
    }

    /** "DOE, JANE | 01/02/1970 | F": a lone letter in a cell of one of the first lines. */
    private static Sex inHeader(String text) {
        int to = Math.min(text.length(), 400);
        for (int at = text.indexOf('|'); at >= 0 && at < to; at = text.indexOf('|', at + 1)) {
            int letter = Scan.spaces(text, at + 1, to);
            char c = Scan.at(text, letter, to);
            if ((c == 'F' || c == 'M') && !Character.isLetterOrDigit(Scan.at(text, letter + 1, to))) {
                return c == 'F' ? FEMALE : MALE;
            }
        }
        return UNKNOWN;
    }
}
