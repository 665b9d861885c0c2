package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A chapter, block, category or code while a tabular list is read. Not thread-safe; lives as long as the import. */
final class TabularNode {
    /** Where the node stands: only codes have a place in the list of codes. */
    enum Level {
        CHAPTER,
        BLOCK,
        CODE
    }

    /** A note before the codes that it names are looked up. */
    record RawNote(CodeNote.Kind kind, String text) {}

    final Level level;
    final int line;
    /** With its dot; the range of a chapter or block. */
    String code = "";

    String title = "";
    final List<RawNote> notes = new ArrayList<>();
    /** 7th character to meaning; empty where the node defines none. */
    final Map<Character, String> seventhCharacters = new LinkedHashMap<>();

    final List<TabularNode> children = new ArrayList<>();

    TabularNode(Level level, int line) {
        this.level = level;
        this.line = line;
    }
}
