package ai.meddoc.terminology;

import ai.meddoc.terminology.TabularNode.Level;
import ai.meddoc.terminology.TabularNode.RawNote;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the official tabular list ({@code icd10cm_tabular_YYYY.xml}) in one pass. */
final class TabularReader {
    private static final Map<String, CodeNote.Kind> NOTES = Map.of(
            "inclusionTerm", CodeNote.Kind.INCLUSION_TERM,
            "includes", CodeNote.Kind.INCLUDES,
            "excludes1", CodeNote.Kind.EXCLUDES1,
            "excludes2", CodeNote.Kind.EXCLUDES2,
            "codeFirst", CodeNote.Kind.CODE_FIRST,
            "codeAlso", CodeNote.Kind.CODE_ALSO,
            "useAdditionalCode", CodeNote.Kind.USE_ADDITIONAL_CODE,
            "sevenChrNote", CodeNote.Kind.SEVENTH_CHARACTER,
            "notes", CodeNote.Kind.NOTE);
    private static final Pattern RANGE = Pattern.compile("\\s*\\(([A-Z][0-9A-Z]{2}(?:-[A-Z][0-9A-Z]{2})?)\\)\\s*$");

    private final XMLStreamReader xml;
    private final String file;
    private final Deque<TabularNode> open = new ArrayDeque<>();
    private final List<TabularNode> chapters = new ArrayList<>();
    private boolean rootSeen;

    private TabularReader(XMLStreamReader xml, String file) {
        this.xml = xml;
        this.file = file;
    }

    /** The chapters, with blocks and codes below them, in the order of the file. */
    static List<TabularNode> read(InputStream stream, String file) {
        try {
            TabularReader reader = new TabularReader(SafeXml.open(stream), file);
            reader.readAll();
            return reader.chapters;
        } catch (XMLStreamException e) {
            throw SafeXml.broken(file, e);
        }
    }

    private void readAll() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
        if (chapters.isEmpty()) {
            throw new ReleaseFormatException(file, "the tabular list has no chapter");
        }
    }

    private void start(String element) throws XMLStreamException {
        if (!rootSeen) {
            rootSeen = true;
            if (!element.equals("ICD10CM.tabular")) {
                throw problem("the root element is " + element + " where ICD10CM.tabular is expected");
            }
            return;
        }
        switch (element) {
            case "chapter" -> push(Level.CHAPTER);
            case "section" -> {
                push(Level.BLOCK);
                String id = xml.getAttributeValue(null, "id");
                top().code = id == null ? "" : id.strip();
            }
            case "diag" -> push(Level.CODE);
            case "name" -> readName();
            case "desc" -> readTitle();
            case "sevenChrDef" -> readSeventhCharacters();
            case "introduction", "sectionIndex", "visualImpairment" -> SafeXml.skip(xml);
            default -> {
                CodeNote.Kind kind = NOTES.get(element);
                if (kind != null) {
                    readNotes(element, kind);
                }
            }
        }
    }

    private void push(Level level) {
        TabularNode node = new TabularNode(level, SafeXml.line(xml));
        if (level == Level.CHAPTER) {
            chapters.add(node);
        } else if (open.isEmpty()) {
            throw problem("a section or code stands outside every chapter");
        } else {
            top().children.add(node);
        }
        open.push(node);
    }

    private void readName() throws XMLStreamException {
        String name = SafeXml.text(xml);
        TabularNode node = top();
        if (node.level != Level.CODE) {
            return; // a chapter's number; its range comes with its title
        }
        if (CodeKey.of(name) == CodeKey.NONE) {
            throw problem("\"" + name + "\" is not a code");
        }
        node.code = CodeKey.format(CodeKey.of(name));
    }

    private void readTitle() throws XMLStreamException {
        TabularNode node = top();
        node.title = SafeXml.text(xml);
        Matcher range = RANGE.matcher(node.title);
        if (node.level != Level.CODE && range.find()) {
            node.code = node.code.isEmpty() ? range.group(1) : node.code;
            node.title = node.title.substring(0, range.start());
        }
    }

    private void readNotes(String element, CodeNote.Kind kind) throws XMLStreamException {
        TabularNode node = top();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String text = SafeXml.text(xml);
            if (!text.isEmpty()) {
                node.notes.add(new RawNote(kind, text));
            }
        }
        assert xml.getLocalName().equals(element);
    }

    private void readSeventhCharacters() throws XMLStreamException {
        TabularNode node = top();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String character = xml.getAttributeValue(null, "char");
            String meaning = SafeXml.text(xml);
            if (character == null) {
                continue; // a remark on the extension before it
            }
            if (character.length() != 1) {
                throw problem("a 7th character is one character");
            }
            node.seventhCharacters.put(character.charAt(0), meaning);
        }
    }

    private void end(String element) {
        switch (element) {
            case "chapter", "section", "diag" -> {
                TabularNode node = open.pop();
                if (node.code.isEmpty() || node.title.isEmpty()) {
                    throw new ReleaseFormatException(file, node.line, "a " + element + " has no name or no title");
                }
            }
            default -> {}
        }
    }

    private TabularNode top() {
        if (open.isEmpty()) {
            throw problem("an element stands outside every chapter");
        }
        return Objects.requireNonNull(open.peek());
    }

    private ReleaseFormatException problem(String what) {
        return new ReleaseFormatException(file, SafeXml.line(xml), what);
    }
}
