package ai.meddoc.terminology;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Streaming XML that reads nothing but the stream it is given: no DTD, no external entities. */
final class SafeXml {
    private static final int LONGEST_TEXT = 100_000;

    private SafeXml() {}

    static XMLStreamReader open(InputStream stream) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory.createXMLStreamReader(stream);
    }

    /** The text in the element and in those inside it, white space collapsed; the reader stands at its end then. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                text.append(' ');
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("entities of one's own are not read", xml.getLocation());
            }
            if (text.length() > LONGEST_TEXT) {
                throw new XMLStreamException("a text is longer than any of a release", xml.getLocation());
            }
        }
        return collapse(text);
    }

    private static String collapse(CharSequence text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            if (!space) {
                clean.append(c);
            } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        }
        return clean.toString().strip();
    }

    /** Leaves the element behind, whatever it holds. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    static int line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }

    /** The parser's complaint in one sentence: its own text spans lines and repeats the position. */
    static ReleaseFormatException broken(String file, XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        String message = String.valueOf(e.getMessage());
        int detail = message.lastIndexOf("Message: ");
        String problem = detail < 0 ? message : message.substring(detail + "Message: ".length());
        problem = problem.lines().findFirst().orElse("").strip();
        while (problem.endsWith(".")) {
            problem = problem.substring(0, problem.length() - 1);
        }
        return new ReleaseFormatException(file, line, "not well-formed XML: " + problem);
    }
}
