package ai.meddoc.claude.deid;

import java.util.regex.Pattern;

/** The shapes of names and the words that announce them. */
final class NamePatterns {

    private static final String CAP = "(?:\\p{Lu}[\\p{L}'\\u2019]{0,30}(?:-\\p{L}[\\p{L}'\\u2019]{0,30}){0,4}\\.?)";
    private static final String PARTICLE =
            "(?:de|del|de la|la|le|van|van der|van den|von|der|bin|binti|ibn|al|el|da|di|dos|du|st\\.|ter|y)(?!\\p{L})";
    private static final String NICKNAME = "(?:[ ][\"\\u201c(]\\p{Lu}[\\p{L}'-]*[\"\\u201d)])?";
    private static final String NAME =
            CAP + NICKNAME + "(?:[ ]" + PARTICLE + ")?(?:[ ]" + CAP + NICKNAME + "(?:[ ]" + PARTICLE + ")?){0,3}";
    private static final String LAST_FIRST =
            "(?:" + PARTICLE + "[ ])?" + CAP + "(?:[ ]" + CAP + ")?,[ ]?" + CAP + NICKNAME + "(?:[ ]" + CAP + "){0,2}";
    private static final String LOWER = "[a-z][a-z'\\u2019-]+(?:[ ][a-z][a-z'\\u2019-]+)?";

    private static final String RELATIVES =
            "wife|husband|spouse|partner|ex-partner|mother|father|mom|dad|mum|son|daughter|dtr|brother|sister|aunt|uncle"
                    + "|cousin|niece|nephew|great-nephew|great-niece|grandmother|grandfather|grandma|grandpa|grandson"
                    + "|granddaughter|girlfriend|boyfriend|fianc[e\\u00e9]e?|friend|neighbou?r|roommate|caregiver|aide"
                    + "|daughter-in-law|son-in-law|mother-in-law|stepson|stepdaughter|stepmother|stepfather|guardian|boss"
                    + "|supervisor|teacher|colleague|coworker|twin|baby|infant|child|foster mother|foster father";

    private static final String ROLES =
            "patient|pt|client|bb|bg|baby boy|baby girl|endoscopist|resident|member|subscriber|employee|caller|proband|name|guarantor|insured|consumer|inmate|student"
                    + "|attending|physician|provider|pcp|surgeon|assistant|anesthesiologist|anesthesia|radiologist"
                    + "|pathologist|technologist|technician|tech|phlebotomist|nurse|rn|lpn|np|pa|md|do|cpo|cna|ma|interpreter"
                    + "|scribe|author|reader|operator|counsel[l]?or|therapist|coordinator|case manager|social worker"
                    + "|pharmacist|dentist|witness|contact|emergency contact|next of kin|nok|hcpoa|poa|proxy|sponsor"
                    + "|dietitian|midwife|doula|chaplain|attorney|atty|probation officer|officer|medic|paramedic|driver"
                    + "|parent|parents|" + RELATIVES;

    static final Pattern TITLED = Pattern.compile(
            "\\b(?:(?:Mr|Mrs|MRS|Ms|Mx|Dr|DR|Drs|Prof|Sgt|Capt|Lt|Col|Maj|Hon)\\b\\.?|(?:Miss|Doctor|Professor)"
                    + "|Pastor|Rabbi|Imam|Brother|Sergeant|Captain|Officer|Sir|Dame|Nurse|Judge|Deacon|Detective|Coach|Attorney)[ ]+(?<v>"
                    + NAME + ")");

    /** Titles that are as good as part of the name. */
    static final Pattern RELIGIOUS =
            Pattern.compile("(?<![\\p{L}])(?<v>(?:Sister|Mother|Father|Rev\\.?|Reverend|Atty\\.?)[ ]" + NAME + ")");

    static final Pattern DEGREE = Pattern.compile(
            "(?<v>" + LAST_FIRST + "|" + NAME
                    + "),?[ ]+(?:M\\.?D|D\\.?O|R\\.?N|N\\.?P|P\\.?A(?:-C)?|Ph\\.?D|DDS|DMD|DPM|DPT|PT|OT|OTR|LPN|CRNA|CNM|CNP|FNP(?:-BC|-C)?|APRN|ARNP|PharmD|RPh|MSW|LCSW|LMSW|PsyD|BSN|MSN|RT|RDN?|FACC|FACS|FACP|FACEP|MBBS|MPH|Esq|Jr|Sr|III|II|IV|MS[1-4]|PGY-?\\d|DVM|OD|CGC|CPO|SLP|LMFT|LPC|EMT(?:-P)?)\\b\\.?");

    static final Pattern LABELLED = Pattern.compile(
            "\\b(?i:patient(?:'s)?(?: name)?|pt(?: name)?|name|full name|legal name|preferred(?: name)?|maiden name|last name|first name|middle name|surname|alias|a\\.?k\\.?a\\.?|nickname|goes by|trauma alias|attending(?: (?:physician|provider|md))?|physician|provider|primary care(?: (?:physician|provider))?|referring(?: (?:physician|provider|md|doctor))?|ordering(?: (?:physician|provider|md|doctor))?|requesting(?: (?:physician|provider|md))?|submitting|consult(?:ing|ant)(?: physician)?|dictated(?: by)?|transcribed by|transcriptionist|typed by|signed(?: by)?|electronically signed(?: by)?|e-signed(?: by)?|authenticated by|verified by|reviewed by|interpreted by|read by|reported by|performed by|collected by|drawn by|ordered by|seen by|prepared by|entered by|completed by|accompanied by|cc|attn|attention|to|from|for|re|ref|dear|yours|sincerely|regards|release to|contact(?: person)?|health ?care proxy|surrogate|employer|informant|historian|caregiver|tech|operator|"
                    + ROLES
                    + ")(?:[ ]?\\([^)\\n]{1,30}\\))?[ \\t]*(?::|#|=|-(?=[ ])|->)[ \\t]*[\"\\u201c]?(?:(?i:dr|mr|mrs|ms|miss|prof)\\.?[ ])?(?<v>"
                    + LAST_FIRST + "|" + NAME + ")");

    static final Pattern ANNOUNCED = Pattern.compile("\\b(?i:" + ROLES
            + "|named|called|nicknamed|alias|aka|dictated|phoned to|called to|given to|paged|notified|discussed with|d/w|spoke(?:n)? (?:with|to)|reported to|told|signed|signed by|by|via|identified|identified as|per|dear|hi|hello|thanks|yours|sincerely|regards|contact|works w/|works with|w/|sees|saw|attn|cc|preferred)[,:]?[ ]+[\"\\u201c(]?(?<v>"
            + LAST_FIRST + "|" + NAME + ")");

    /** Followed by an age, a birth date, a number, or a column. */
    static final Pattern INTRODUCED = Pattern.compile(
            "(?:(?<=^)|(?<=\\n)|(?<=[.:;|/]\\s)|(?<=\\d\\s)|(?<=\\s{2}))(?<v>" + LAST_FIRST + "|" + NAME
                    + ")(?=,?[ ]+(?:\\d{1,3}\\b|age[d ]|(?i:dob|born|mrn|ssn|last 4|is an? |was |has |presents|joined|seen |reports|they|he/|she/|who |here |denies|states|consented))|[ ]{2,}|[ ]*/[ ]*\\d|[ ]*[(\\t|]|[ ]*#|,[ ]|[ ]*$|[ ]*\\n)",
            Pattern.MULTILINE);

    static final Pattern AGED = Pattern.compile(
            "(?<v>" + NAME
                    + ")(?=,?[ ]+(?:age[ ])?\\d{1,3}[ ]?(?:years?\\b|y/?o\\b|yrs?\\b|[MF]\\b|male\\b|female\\b)|[ ]*\\|[ ]*\\d{1,3}[ ](?:male|female|[MF])\\b)");

    static final Pattern INITIALS = Pattern.compile(
            "(?<![\\p{L}.\\d])(?<v>\\p{Lu}\\.[ ]?(?:\\p{Lu}\\.[ ]?)?\\p{Lu}['\\u2019]?\\p{Lu}?[\\p{Ll}'\\u2019]+(?:-\\p{Lu}\\p{L}+)?)");
    static final Pattern INITIALS_ALONE = Pattern.compile(
            "(?i:\\b(?:initials|client|patient|pt|subject)[ \\t]*[: ][ \\t]*)(?<v>(?:\\p{Lu}\\.){2,3}|\\p{Lu}{2,4}\\b(?=\\s{2}))");
    static final Pattern SIGNED =
            Pattern.compile("(?m)(?:^|--[ ]?|\\u2014[ ]?)(?<v>\\p{Lu}[\\p{L}'\\u2019-]+,[ ]\\p{Lu}\\.)(?=\\s|$)");
    static final Pattern SEQUENCE = Pattern.compile("(?<![\\p{L}\\p{N}'\\u2019-])(?<v>" + NAME + ")");
    static final Pattern REVERSED = Pattern.compile("(?<![\\p{L}\\p{N}'\\u2019-])(?<v>" + LAST_FIRST + ")");

    static final Pattern QUOTED = Pattern.compile("[\"\u201c](?<v>\\p{Lu}\\p{Ll}{2,})[\"\u201d]");
    static final Pattern LOWER_DOCTOR = Pattern.compile("\\b(?:dr|Dr|doctor)\\.?[ ](?<v>[a-z][a-z'-]{3,})\\b");
    static final Pattern LOWER_SIGNED =
            Pattern.compile("(?<v>\\b[a-z]\\.[ ][a-z]{3,}),?[ ](?:np|md|rn|pa|do|dpm|lpn)\\b");

    /** In notes without capitals. */
    static final Pattern LOWER_ANNOUNCED = Pattern.compile(
            "\\b(?:dr|doctor|mr|mrs|ms|miss|nurse|named|called|this is|i saw|saw|is dr|call|page|text|tell|baby is|dr is|"
                    + RELATIVES + "|parents|\\d{2,3} ?[mf]|\\d{2,3} ?yo ?[mf]?)\\.?[ ]+(?<v>(?:[a-z]\\.[ ])?" + LOWER
                    + ")");

    static final Pattern LOWER_WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}@./_-])(?<v>[a-z][a-z'\\u2019]{3,}(?:-[a-z]+)?)(?![\\p{L}\\p{N}@]|[._-]\\w)");
    static final Pattern LOWER_INITIAL =
            Pattern.compile("(?<![\\p{L}.])(?<v>[a-z]\\.[ ][a-z]{3,})(?=[ ,]|$)", Pattern.MULTILINE);

    private NamePatterns() {}
}
