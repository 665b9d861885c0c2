package ai.meddoc.terminology;

import ai.meddoc.terminology.TabularNode.RawNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the codes of a release from its tabular list: 7th characters appended, billable codes known. */
final class ReleaseBuilder {
    private final String file;
    private final @Nullable BillableList billable;
    private final List<ReleaseEntry> groups = new ArrayList<>();
    private final List<List<RawNote>> groupNotes = new ArrayList<>();
    private final TreeMap<Long, ReleaseEntry> codes = new TreeMap<>();
    private final Map<Long, List<RawNote>> codeNotes = new HashMap<>();

    ReleaseBuilder(String file, @Nullable BillableList billable) {
        this.file = file;
        this.billable = billable;
    }

    void addAll(List<TabularNode> chapters) {
        for (TabularNode chapter : chapters) {
            int index = addGroup(chapter, -1);
            addBlocks(chapter, index);
        }
        checkAgainstList();
        resolveNotes();
    }

    /** Chapters and blocks, each after the one around it. */
    List<ReleaseEntry> groups() {
        return groups;
    }

    /** By {@link CodeKey}. */
    TreeMap<Long, ReleaseEntry> codes() {
        return codes;
    }

    private int addGroup(TabularNode node, int parent) {
        groups.add(new ReleaseEntry(node.code, node.title, "", false, parent, List.of(), List.of()));
        groupNotes.add(node.notes);
        return groups.size() - 1;
    }

    private void addBlocks(TabularNode chapter, int chapterIndex) {
        Map<String, Integer> outer = new HashMap<>();
        for (TabularNode block : chapter.children) {
            int parent = chapterIndex;
            for (Map.Entry<String, Integer> around : outer.entrySet()) {
                // blocks without codes of their own gather others: of those around this one the last is innermost
                if (contains(around.getKey(), block.code) && around.getValue() > parent) {
                    parent = around.getValue();
                }
            }
            int index = addGroup(block, parent);
            if (block.children.isEmpty()) {
                outer.put(block.code, index);
            }
            for (TabularNode category : block.children) {
                addCode(category, null, index, new SeventhCharacters());
            }
        }
    }

    private static boolean contains(String outer, String inner) {
        return outer.length() == 7
                && outer.substring(0, 3).compareTo(inner.substring(0, 3)) <= 0
                && outer.substring(4).compareTo(inner.substring(inner.length() - 3)) >= 0;
    }

    private void addCode(TabularNode node, @Nullable TabularNode parent, int group, SeventhCharacters inherited) {
        long key = CodeKey.of(node.code);
        if (parent != null && !CodeKey.startsWith(key, CodeKey.of(parent.code))) {
            throw problem(node, node.code + " stands below " + parent.code);
        }
        SeventhCharacters sevenths = inherited.at(node);
        boolean leaf = node.children.isEmpty() && sevenths.isEmpty();
        if (put(key, new ReleaseEntry(node.code, node.title, "", leaf, group, List.of(), List.of())) != null) {
            throw problem(node, node.code + " is defined twice");
        }
        codeNotes.put(key, notes(node));
        for (TabularNode child : node.children) {
            addCode(child, node, -1, sevenths);
        }
        if (node.children.isEmpty()) {
            append(node, sevenths);
        }
    }

    private void append(TabularNode node, SeventhCharacters sevenths) {
        String base = node.code.replace(".", "");
        for (Map.Entry<Character, String> seventh : sevenths.of(base).entrySet()) {
            if (base.length() >= CodeKey.LONGEST) {
                throw problem(node, node.code + " has no room for a 7th character");
            }
            long key = CodeKey.of(base + "X".repeat(6 - base.length()) + seventh.getKey());
            boolean listed = billable == null || billable.codes.containsKey(key);
            if (listed) {
                put(
                        key,
                        new ReleaseEntry(
                                CodeKey.format(key), node.title, seventh.getValue(), true, -1, List.of(), List.of()));
            }
        }
    }

    private @Nullable ReleaseEntry put(long key, ReleaseEntry entry) {
        return codes.put(key, entry);
    }

    private static List<RawNote> notes(TabularNode node) {
        List<RawNote> notes = new ArrayList<>(node.notes);
        node.seventhCharacters.forEach((character, meaning) ->
                notes.add(new RawNote(CodeNote.Kind.SEVENTH_CHARACTER, character + ": " + meaning)));
        return notes;
    }

    private void checkAgainstList() {
        if (billable == null) {
            return;
        }
        for (long key : billable.codes.keySet()) {
            if (!codes.containsKey(key)) {
                throw new ReleaseFormatException(
                        billable.file, billable.line(key), CodeKey.format(key) + " is not in " + file);
            }
        }
        for (Map.Entry<Long, ReleaseEntry> code : codes.entrySet()) {
            Boolean flag = billable.codes.get(code.getKey());
            if (flag == null) {
                throw new ReleaseFormatException(file, code.getValue().code() + " is not in " + billable.file);
            }
            ReleaseEntry entry = code.getValue();
            code.setValue(new ReleaseEntry(
                    entry.code(), entry.title(), entry.seventh(), flag, entry.group(), List.of(), List.of()));
        }
    }

    private void resolveNotes() {
        TreeMap<Long, String> titles = new TreeMap<>();
        codes.forEach((key, entry) -> titles.put(key, entry.fullTitle()));
        NoteCodes named = new NoteCodes(titles);
        codes.replaceAll((key, entry) -> entry.withNotes(resolved(codeNotes.getOrDefault(key, List.of()), named)));
        for (int i = 0; i < groups.size(); i++) {
            groups.set(i, groups.get(i).withNotes(resolved(groupNotes.get(i), named)));
        }
    }

    private static List<CodeNote> resolved(List<RawNote> notes, NoteCodes named) {
        return notes.stream()
                .map(note -> new CodeNote(note.kind(), note.text(), codes(note, named)))
                .toList();
    }

    private static List<String> codes(RawNote note, NoteCodes named) {
        return note.kind() == CodeNote.Kind.SEVENTH_CHARACTER ? List.of() : named.in(note.text());
    }

    private ReleaseFormatException problem(TabularNode node, String what) {
        return new ReleaseFormatException(file, node.line, what);
    }
}
