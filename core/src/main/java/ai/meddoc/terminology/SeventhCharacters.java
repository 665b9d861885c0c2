package ai.meddoc.terminology;

import ai.meddoc.terminology.TabularNode.RawNote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The 7th characters in force at a place of the tabular list: the nearest definition above it, less what a remark
 * takes back. FY2026 has one such remark, at S06: "7th characters D and S do not apply to codes in category S06 with
 * 6th character 7 ..., or 8 ...": who dies of the injury has no later encounter.
 */
final class SeventhCharacters {
    private static final Pattern EXCEPTION = Pattern.compile("7th characters? (.{1,40}) do(?:es)? not apply to codes in"
            + " (?:sub)?category ([A-Z][0-9A-Z.]{2,7}) with 6th character (.{1,400})");
    private static final Pattern CHARACTER = Pattern.compile("(?<![0-9A-Za-z])([0-9A-Z])(?![0-9A-Za-z])");

    private final Map<Character, String> meanings;
    private final String exceptIn;
    private final String exceptSixth;
    private final String exceptSeventh;

    SeventhCharacters() {
        this(Map.of(), "", "", "");
    }

    private SeventhCharacters(
            Map<Character, String> meanings, String exceptIn, String exceptSixth, String exceptSeventh) {
        this.meanings = meanings;
        this.exceptIn = exceptIn;
        this.exceptSixth = exceptSixth;
        this.exceptSeventh = exceptSeventh;
    }

    /** What is in force at a node, given what is in force above it. */
    SeventhCharacters at(TabularNode node) {
        if (node.seventhCharacters.isEmpty()) {
            return this;
        }
        Map<Character, String> own = new LinkedHashMap<>(node.seventhCharacters);
        for (RawNote note : node.notes) {
            Matcher exception = EXCEPTION.matcher(note.text());
            if (exception.find()) {
                return new SeventhCharacters(
                        own,
                        exception.group(2).replace(".", ""),
                        characters(exception.group(3)),
                        characters(exception.group(1)));
            }
        }
        return new SeventhCharacters(own, "", "", "");
    }

    private static String characters(String words) {
        StringBuilder found = new StringBuilder();
        Matcher character = CHARACTER.matcher(words);
        while (character.find()) {
            found.append(character.group(1));
        }
        return found.toString();
    }

    boolean isEmpty() {
        return meanings.isEmpty();
    }

    /**
     * Those that the code takes, with their meanings.
     *
     * @param base without the dot
     */
    Map<Character, String> of(String base) {
        boolean excepted = !exceptSeventh.isEmpty()
                && base.startsWith(exceptIn)
                && base.length() == 6
                && exceptSixth.indexOf(base.charAt(5)) >= 0;
        if (!excepted) {
            return meanings;
        }
        Map<Character, String> left = new LinkedHashMap<>(meanings);
        left.keySet().removeIf(character -> exceptSeventh.indexOf(character) >= 0);
        return left;
    }
}
