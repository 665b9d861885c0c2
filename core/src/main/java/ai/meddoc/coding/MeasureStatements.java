package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures that are codes: weeks of gestation (Z3A), birth weight and maturity (P07), burnt surface (T31); and vaccines
 * given or declined (Z23, Z28.21). Immutable; thread-safe.
 */
final class MeasureStatements {

    private static final int TERM = 37;
    private static final int NORMAL_GRAMS = 2500;

    private static final Pattern WEEKS = Pattern.compile(
            "(\\b(?:iup|ega|ga|gestational age|gestation|gravid|pregnan\\w*|intrauterine pregnancy)\\b[^.\\n\\d]{0,25})?\\b(\\d{1,2})(?:\\s?(w)\\s?\\d\\s?d|\\s?(?:w|wk|wks|week|weeks)?\\s(?:and\\s)?\\d\\s?/\\s?7|[\\s-]?(?:w|wk|wks|week|weeks)\\b)(?:[\\s-]{0,2}(gestation|pregnan\\w*|ega|ga|iup|of gestation))?");
    private static final Pattern GRAMS = Pattern.compile(
            "(?:birth ?weight|\\bbw\\b|low birth weight)[^.\\n\\d]{0,15}(\\d{1,2},?\\d{3}|\\d{3})\\s?(?:g|gm|grams)\\b");
    private static final Pattern SURFACE = Pattern.compile(
            "tbsa[^.\\n\\d]{0,12}(\\d{1,2})(?:\\.\\d+)?\\s?%|(\\d{1,2})(?:\\.\\d+)?\\s?%\\s?(?:tbsa|total body surface)");
    private static final Pattern BODY_MASS =
            Pattern.compile("\\b(?:bmi|body mass index)\\b[^.;\\n\\d]{0,14}(\\d{2}(?:\\.\\d{1,2})?)(?![\\d%])");
    private static final String VACCINE =
            "\\b(?:tdap|td booster|dtap\\S*|mmrv?|flu shot|flu vaccine|flu|influenza|prevnar\\S*|pcv ?\\d*|ppsv ?\\d*|pneumococcal|shingrix|rsv|hep(?:atitis)? ?[ab]|hpv|gardasil|covid\\S*|tetanus|varicella|vaccines?|booster|immunizations?)\\b";
    /** The letters that the names begin with. */
    private static final String VACCINE_STEMS = "tdmfipsrhcgvb";

    private static final Pattern VACCINE_START = Pattern.compile(VACCINE);
    /** Farther than any match reaches from its vaccine. */
    private static final int VACCINE_REACH = 150;

    private static final Pattern GIVEN = Pattern.compile(VACCINE
            + "[^.;\\n]{0,40}?\\b(?:given|administered|im\\b|0\\.5 ?ml|received today|updated today)|(?:gave|giving|administered|received|given)[^.;\\n]{0,20}"
            + VACCINE);
    private static final Pattern NOT_GIVEN = Pattern.compile(
            "declin|refus|last|prior|previous|\\bdue\\b|recommend|discuss|up to date|\\bago\\b|deferred|will |plan|next|offer|\\b20\\d\\d\\b|not ");
    private static final Pattern DECLINED = Pattern.compile(
            VACCINE + "[^.;\\n]{0,25}?\\b(?:declin|refus)\\w*|(?:declin|refus)(?:ed|es|ing)[^.;\\n]{0,15}" + VACCINE);

    private final Icd10Cm release;

    MeasureStatements(Icd10Cm release) {
        this.release = release;
    }

    List<Statement> read(CodingInput input) {
        List<Statement> found = new ArrayList<>();
        String lower = input.text().text().toLowerCase(Locale.ROOT);
        boolean newborn = stands(input, "P") || stands(input, "Z38");
        boolean pregnant = stands(input, "O") || stands(input, "Z33") || stands(input, "Z34") || stands(input, "Z3A");
        if (newborn) {
            readNewborn(lower, input, found);
        } else if (pregnant) {
            readGestation(lower, input, found);
        }
        if (lower.contains("tbsa") || lower.contains("body surface")) {
            readSurface(lower, input, found);
        }
        readVaccines(lower, input, found);
        readBodyMass(lower, input, found);
        return found;
    }

    private boolean stands(CodingInput input, String prefix) {
        for (int i = 0; i < input.mentions().size(); i++) {
            if (input.assertions().get(i).isAffirmed()
                    && release.codeAt(input.mentions().get(i).node()).startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The age that is called one, else the last figure in the form "39w1d". */
    private static void readGestation(String lower, CodingInput input, List<Statement> found) {
        Matcher m = WEEKS.matcher(lower);
        Statement best = null;
        while (m.find()) {
            int weeks = Integer.parseInt(m.group(2));
            boolean named = m.group(1) != null || m.group(4) != null;
            if (weeks >= 4 && weeks <= 42 && (named || m.group(3) != null)) {
                String code = weeks < 8 ? "Z3A.01" : String.format(Locale.ROOT, "Z3A.%02d", weeks);
                best = statement(code, new Span(m.start(2), m.end()), input, "GESTATION-WEEKS");
                if (named) {
                    break;
                }
            }
        }
        if (best != null) {
            found.add(best);
        }
    }

    private static void readNewborn(String lower, CodingInput input, List<Statement> found) {
        Matcher grams = GRAMS.matcher(lower);
        if (grams.find()) {
            int weight = Integer.parseInt(grams.group(1).replace(",", ""));
            if (weight < NORMAL_GRAMS) {
                found.add(statement(lowWeight(weight), new Span(grams.start(), grams.end()), input, "BIRTH-WEIGHT"));
            }
        }
        Matcher weeks = WEEKS.matcher(lower);
        while (weeks.find()) {
            int age = Integer.parseInt(weeks.group(2));
            if (age >= 22 && age < TERM) {
                String code = age < 28 ? "P07.2" + (age - 21) : "P07.3" + (age - 27);
                found.add(statement(code, new Span(weeks.start(2), weeks.end()), input, "BIRTH-WEIGHT"));
                return;
            }
        }
    }

    private static String lowWeight(int grams) {
        if (grams < 1000) {
            return grams < 500 ? "P07.01" : grams < 750 ? "P07.02" : "P07.03";
        }
        return grams >= 2000 ? "P07.18" : "P07.1" + (4 + (grams - 1000) / 250);
    }

    private static void readSurface(String lower, CodingInput input, List<Statement> found) {
        Matcher m = SURFACE.matcher(lower);
        if (m.find()) {
            int percent = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2));
            int tens = percent / 10;
            String code = tens == 0 ? "T31.0" : "T31." + tens + "0";
            found.add(statement(code, new Span(m.start(), m.end()), input, "BURN-EXTENT"));
        }
    }

    /** "bmi 31.6", as it is typed. */
    private static void readBodyMass(String lower, CodingInput input, List<Statement> found) {
        Matcher m = BODY_MASS.matcher(lower);
        if (m.find()) {
            String code = MeasuredCodes.bodyMassIndex(Double.parseDouble(m.group(1)));
            if (!code.isEmpty()) {
                found.add(statement(code, new Span(m.start(), m.end()), input, "OBESITY-BMI"));
            }
        }
    }

    /** The patterns try every letter of the text, so they see only the stretch from the first vaccine to the last. */
    private static void readVaccines(String lower, CodingInput input, List<Statement> found) {
        int first = vaccine(lower, 0);
        if (first < 0) {
            return;
        }
        int last = first;
        for (int at = first; at >= 0; at = vaccine(lower, at + 1)) {
            last = at;
        }
        Span stretch = new Span(Math.max(0, first - VACCINE_REACH), Math.min(lower.length(), last + VACCINE_REACH));
        Matcher given = within(GIVEN, lower, stretch);
        while (given.find()) {
            Statement statement = statement("Z23", new Span(given.start(), given.end()), input, "IMMUNIZATION");
            Span sentence = input.words().sentence(statement.sentence()).span();
            int from = Math.max(sentence.start(), given.start() - 30);
            int to = Math.min(sentence.end(), given.end() + 20);
            if (from < to && !NOT_GIVEN.matcher(lower.substring(from, to)).find()) {
                found.add(statement);
                break;
            }
        }
        Matcher declined = within(DECLINED, lower, stretch);
        if (declined.find()) {
            found.add(statement("Z28.21", new Span(declined.start(), declined.end()), input, "IMMUNIZATION"));
        }
    }

    private static Matcher within(Pattern pattern, String lower, Span stretch) {
        return pattern.matcher(lower)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(stretch.start(), stretch.end());
    }

    /** Where the next word begins that may name a vaccine, or -1. */
    private static int vaccine(String lower, int from) {
        Matcher name = VACCINE_START.matcher(lower);
        for (int i = from; i < lower.length(); i++) {
            boolean begins = i == 0 || !Character.isLetterOrDigit(lower.charAt(i - 1));
            if (begins
                    && VACCINE_STEMS.indexOf(lower.charAt(i)) >= 0
                    && name.region(i, lower.length()).lookingAt()) {
                return i;
            }
        }
        return -1;
    }

    private static Statement statement(String code, Span span, CodingInput input, String rule) {
        return new Statement(code, span, sentenceAt(input.words().all(), span.start()), rule);
    }

    private static int sentenceAt(List<Sentence> sentences, int index) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sentences.get(middle).span().start() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
