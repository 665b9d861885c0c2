package ai.meddoc.terminology;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the official Alphabetic Index ({@code icd10cm_index_YYYY.xml}): each entry with the entries above it, such as
 * {@code Diabetes, with, neuropathy}, to its code. Words in parentheses that the index calls nonessential are left out.
 */
final class IndexReader {
    private final XMLStreamReader xml;
    private final String file;
    /** The titles from the main term down to the entry that is open. */
    private final Deque<String> titles = new ArrayDeque<>();

    private final Map<Long, Set<String>> terms = new TreeMap<>();
    private boolean rootSeen;

    private IndexReader(XMLStreamReader xml, String file) {
        this.xml = xml;
        this.file = file;
    }

    /** Code ({@link CodeKey}; a trailing hyphen dropped) to its entries, in the order of the file. */
    static Map<Long, Set<String>> read(InputStream stream, String file) {
        try {
            IndexReader reader = new IndexReader(SafeXml.open(stream), file);
            reader.readAll();
            return reader.terms;
        } catch (XMLStreamException e) {
            throw SafeXml.broken(file, e);
        }
    }

    private void readAll() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT && isEntry(xml.getLocalName())) {
                titles.pop();
            }
        }
        if (terms.isEmpty()) {
            throw new ReleaseFormatException(file, "the index names no code");
        }
    }

    private static boolean isEntry(String element) {
        return element.equals("mainTerm") || element.equals("term");
    }

    private void start(String element) throws XMLStreamException {
        if (!rootSeen) {
            rootSeen = true;
            if (!element.equals("ICD10CM.index")) {
                throw new ReleaseFormatException(
                        file, SafeXml.line(xml), "the root element is " + element + " where ICD10CM.index is expected");
            }
        } else if (isEntry(element)) {
            titles.push("");
        } else if (element.equals("title")) {
            String title = readTitle();
            if (!titles.isEmpty()) {
                titles.pop();
                titles.push(title);
            }
        } else if (element.equals("code") && !titles.isEmpty()) {
            addCode(SafeXml.text(xml));
        }
    }

    private String readTitle() throws XMLStreamException {
        StringBuilder title = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                SafeXml.skip(xml); // nemod
                title.append(' ');
            } else if (event == XMLStreamConstants.CHARACTERS) {
                title.append(xml.getText());
            }
            event = xml.next();
        }
        return title.toString().strip().replaceAll("\\s+", " ");
    }

    private void addCode(String printed) {
        int end = printed.length();
        while (end > 0 && (printed.charAt(end - 1) == '-' || printed.charAt(end - 1) == '.')) {
            end--;
        }
        long key = CodeKey.of(printed.substring(0, end));
        if (key == CodeKey.NONE) {
            throw new ReleaseFormatException(file, SafeXml.line(xml), "\"" + printed + "\" is not a code");
        }
        StringJoiner term = new StringJoiner(", ");
        Iterator<String> fromMain = titles.descendingIterator();
        fromMain.forEachRemaining(term::add);
        terms.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(term.toString());
    }
}
