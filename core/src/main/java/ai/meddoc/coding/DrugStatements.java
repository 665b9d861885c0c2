package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.mention.Mention;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text says of drugs beyond naming them: that one caused a condition, was taken too little, is taken for long,
 * is monitored, or is not tolerated (Official Guidelines I.C.19.e.5, I.C.21.c.3). Immutable; thread-safe.
 */
final class DrugStatements {

    private static final int BEFORE = 60;
    private static final int AFTER = 40;
    /** How far a condition may stand from its drug. */
    private static final int REACH = 55;

    private static final String FILL =
            "(?: (?:the|her|his|their|recent|chronic|long-term|high-dose|new|use of|starting|oral|iv|adjuvant|prior|this|home|her home|his home))*\\s*$";
    private static final Pattern CAUSE_BEFORE = Pattern.compile(
            "(?:due to|secondary to|2/2|caused by|induced by|\\bfrom|related to|attributed to|attributable to|(?:since|after) (?:starting|beginning|receiving)|\\bsince|because of|side effects? of|adverse (?:effects?|reactions?) (?:of|to)|reaction to)"
                    + FILL);
    private static final Pattern CAUSE_AFTER = Pattern.compile(
            "^(?:[- ](?:induced|related|associated|provoked|caused)\\b| (?:toxicity|side effects?|interaction)\\b)");
    private static final Pattern TOO_LITTLE = Pattern.compile(
            "(?:\\bran out of|running out of|rationing|not (?:been )?taking|stopped taking|quit taking|deliberately (?:quit|stopped)|has not taken|skipp(?:ed|ing)|miss(?:ed|ing)|non-?complian(?:t|ce) with|non-?adheren(?:t|ce) (?:to|with)|self-discontinued|(?:cannot|can't|couldn't|could not|unable to) (?:afford|get|refill))(?: (?:his|her|the|their|all|home|any|taking|some|several|doses? of))*\\s*$");
    private static final Pattern ALLERGY_BEFORE = Pattern.compile("allerg(?:y|ies|ic)(?: status)? to(?: the)?\\s*$");
    private static final Pattern ALLERGY_AFTER = Pattern.compile("^ allergy");
    private static final Pattern NONE = Pattern.compile("\\b(?:no|denies|without|negative|not)\\b[^.;]*$");
    private static final Pattern LONG_BEFORE = Pattern.compile(
            "(?:long[- ]term|chronic|lifelong|maintenance)(?: (?:current|use of|therapy with|oral|daily|low-dose|\\(current\\)))*\\s*$");
    private static final Pattern LONG_AFTER =
            Pattern.compile("^[^.;,]{0,14}(?:long[- ]term|chronically|indefinitely|lifelong)");
    private static final Pattern MONITOR_BEFORE =
            Pattern.compile("(?:monitor(?:ing)?(?: of| on| for)?|level(?: of| for)?)\\s*\\(?$");
    private static final Pattern MONITOR_AFTER =
            Pattern.compile("^[^.;,]{0,10}(?:monitoring|drug level|level check|level monitoring|trough)");
    private static final Pattern COST = Pattern.compile("afford|cost|insurance|expens|financ|copay|money|price");
    private static final Pattern MEANT =
            Pattern.compile("deliberate|intentional|on (?:his|her|their) own|self-discontinued|refus|quit|stopped");
    private static final Pattern FORGOT = Pattern.compile("forg[oe]t|memory|confus|accident|by mistake");

    private final Icd10Cm release;
    private final DrugTable drugs;

    DrugStatements(Icd10Cm release, Vocabulary vocabulary) {
        this.release = release;
        this.drugs = new DrugTable(vocabulary);
    }

    List<Statement> read(CodingInput input) {
        List<Statement> found = new ArrayList<>();
        Map<Integer, List<Mention>> conditions = conditions(input);
        for (int s = 0; s < input.words().sentences(); s++) {
            int[] words = input.words().words(s);
            for (int t = 0; t < words.length; t++) {
                DrugTable.Drug drug = drugs.of(words[t]);
                if (drug != null) {
                    Place place = Place.of(input, s, input.words().token(s, t).span());
                    read(drug, place, conditions.getOrDefault(s, List.of()), input, found);
                }
            }
        }
        return found;
    }

    /** The affirmed conditions of each sentence that a drug may have caused. */
    private Map<Integer, List<Mention>> conditions(CodingInput input) {
        Map<Integer, List<Mention>> bySentence = new HashMap<>();
        for (int i = 0; i < input.mentions().size(); i++) {
            Mention mention = input.mentions().get(i);
            Assertion assertion = input.assertions().get(i);
            String code = release.codeAt(mention.node());
            if (assertion.isAffirmed() && "CSTVWXYZ".indexOf(code.charAt(0)) < 0) {
                bySentence
                        .computeIfAbsent(mention.sentence(), n -> new ArrayList<>())
                        .add(mention);
            }
        }
        return bySentence;
    }

    /** A drug's name and the words around it, in lower case. */
    private record Place(Span drug, int sentence, String before, String after, String whole) {

        static Place of(CodingInput input, int sentence, Span drug) {
            String text = input.text().text();
            Span span = input.words().sentence(sentence).span();
            int from = Math.max(span.start(), drug.start() - BEFORE);
            int to = Math.min(span.end(), drug.end() + AFTER);
            return new Place(
                    drug,
                    sentence,
                    text.substring(from, drug.start()).toLowerCase(Locale.ROOT),
                    text.substring(drug.end(), to).toLowerCase(Locale.ROOT),
                    text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT));
        }

        Statement says(String code, Span evidence, String rule) {
            return new Statement(code, evidence, sentence, rule);
        }

        @Override
        public String toString() {
            return "Place[" + drug + "]";
        }
    }

    private void read(
            DrugTable.Drug drug, Place place, List<Mention> conditions, CodingInput input, List<Statement> found) {
        boolean none = NONE.matcher(place.before()).find();
        if (TOO_LITTLE.matcher(place.before()).find()) {
            found.add(place.says(drug.stem() + "6", place.drug(), "UNDERDOSING"));
            found.add(place.says(noncompliance(place.whole()), place.drug(), "UNDERDOSING"));
            return;
        }
        if (isAllergy(place, input.sections().get(place.sentence())) && !none) {
            found.add(place.says(drug.allergy(), place.drug(), "DRUG-ALLERGY"));
            return;
        }
        Mention caused = none ? null : caused(place, conditions);
        if (caused != null) {
            found.add(place.says(drug.stem() + "5", caused.span().cover(place.drug()), "ADVERSE-EFFECT"));
        } else if (!none) {
            readUse(drug, place, found);
        }
    }

    private static void readUse(DrugTable.Drug drug, Place place, List<Statement> found) {
        boolean monitored = MONITOR_BEFORE.matcher(place.before()).find()
                || MONITOR_AFTER.matcher(place.after()).find();
        if (monitored) {
            found.add(place.says("Z51.81", place.drug(), "DRUG-MONITORING"));
        }
        if (monitored
                || LONG_BEFORE.matcher(place.before()).find()
                || LONG_AFTER.matcher(place.after()).find()) {
            found.add(place.says(drug.use(), place.drug(), "LONG-TERM-DRUG"));
        }
    }

    private static boolean isAllergy(Place place, SectionKind section) {
        return section == SectionKind.ALLERGIES
                || ALLERGY_BEFORE.matcher(place.before()).find()
                || ALLERGY_AFTER.matcher(place.after()).find();
    }

    private static @Nullable Mention caused(Place place, List<Mention> conditions) {
        boolean before = CAUSE_BEFORE.matcher(place.before()).find();
        boolean after = CAUSE_AFTER.matcher(place.after()).find();
        Mention nearest = null;
        int best = REACH;
        for (Mention mention : before || after ? conditions : List.<Mention>of()) {
            int distance = mention.span().end() <= place.drug().start()
                    ? place.drug().start() - mention.span().end()
                    : after ? mention.span().start() - place.drug().end() : REACH;
            boolean covers = mention.span().overlaps(place.drug());
            if (covers || distance < best) {
                nearest = mention;
                best = covers ? 0 : distance;
            }
        }
        return nearest;
    }

    private static String noncompliance(String sentence) {
        if (COST.matcher(sentence).find()) {
            return MEANT.matcher(sentence).find() || sentence.contains("ration") ? "Z91.120" : "Z91.141";
        }
        if (FORGOT.matcher(sentence).find()) {
            return "Z91.138";
        }
        return MEANT.matcher(sentence).find() ? "Z91.128" : "Z91.148";
    }
}
