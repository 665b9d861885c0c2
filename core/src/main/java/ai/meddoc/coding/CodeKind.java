package ai.meddoc.coding;

/** What sort of thing a code reports, by its place in the classification. */
enum CodeKind {
    DISEASE,
    SYMPTOM,
    INJURY,
    /** T36-T65: poisoning, adverse effect, underdosing, toxic effect. */
    DRUG_EFFECT,
    CAUSE,
    PLACE,
    ACTIVITY,
    PREGNANCY,
    /** Z79. */
    DRUG_USE,
    /** Z85-Z87, Z91, Z92. */
    PERSONAL_HISTORY,
    /** Z80-Z84. */
    FAMILY,
    /** Z66, Z67, Z16-Z19, Z89-Z99: what stays with the patient. */
    STATUS,
    /** Z88. */
    DRUG_ALLERGY,
    BODY_MASS,
    /** Z00-Z13, Z30-Z53: why the patient came. */
    REASON,
    /** Z20-Z29: contact, immunization. */
    PROPHYLAXIS,
    /** Z55-Z78: circumstances, counselling. */
    CIRCUMSTANCE;

    static CodeKind of(String code) {
        return switch (code.charAt(0)) {
            case 'R' -> SYMPTOM;
            case 'S' -> INJURY;
            case 'T' -> injury(code);
            case 'V', 'W', 'X' -> CAUSE;
            case 'Y' -> external(code);
            case 'Z' -> factor(code);
            case 'O' -> PREGNANCY;
            case 'M' -> isPain(code) ? SYMPTOM : DISEASE;
            default -> DISEASE;
        };
    }

    private static boolean isPain(String code) {
        return code.startsWith("M25.5")
                || code.startsWith("M79.6")
                || code.startsWith("M54.5")
                || code.startsWith("M25.4")
                || code.equals("M54.2")
                || code.equals("M54.9")
                || code.startsWith("M79.1");
    }

    private static CodeKind injury(String code) {
        int number = number(code);
        return number >= 36 && number <= 65 ? DRUG_EFFECT : INJURY;
    }

    private static CodeKind external(String code) {
        return switch (number(code)) {
            case 92 -> PLACE;
            case 93, 99 -> ACTIVITY;
            default -> CAUSE;
        };
    }

    private static CodeKind factor(String code) {
        if (code.startsWith("Z3A")) {
            return PREGNANCY;
        }
        int number = number(code);
        if (number <= 13 || number >= 30 && number <= 53) {
            return REASON;
        }
        if (number >= 20 && number <= 29) {
            return PROPHYLAXIS;
        }
        return factorAbove(number);
    }

    private static CodeKind factorAbove(int number) {
        return switch (number) {
            case 79 -> DRUG_USE;
            case 68 -> BODY_MASS;
            case 88 -> DRUG_ALLERGY;
            case 80, 81, 82, 83, 84 -> FAMILY;
            case 85, 86, 87, 91, 92 -> PERSONAL_HISTORY;
            case 14, 15, 16, 17, 18, 19, 66, 67, 89, 90, 93, 94, 95, 96, 97, 98, 99 -> STATUS;
            default -> CIRCUMSTANCE;
        };
    }

    private static int number(String code) {
        char tens = code.charAt(1);
        char ones = code.charAt(2);
        return Character.isDigit(tens) && Character.isDigit(ones) ? (tens - '0') * 10 + ones - '0' : 0;
    }

    boolean isDiagnosis() {
        return this == DISEASE || this == INJURY;
    }

    boolean isExternal() {
        return this == CAUSE || this == PLACE || this == ACTIVITY;
    }
}
