package ai.meddoc.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** What a file would run or carry: told to the reader, never followed. */
final class ActiveContent {

    enum Kind {
        SCRIPTS,
        LAUNCH_ACTIONS,
        ATTACHMENTS,
        XFA_FORMS;

        String words() {
            return this == XFA_FORMS
                    ? "XFA forms"
                    : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final int MOST_NODES = 20_000;

    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Map<COSDictionary, Boolean> seen = new IdentityHashMap<>();

    private ActiveContent() {}

    static ActiveContent of(PDDocument pdf) {
        ActiveContent found = new ActiveContent();
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        found.actions(catalog);
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            if (names.containsKey(COSName.getPDFName("JavaScript"))) {
                found.kinds.add(Kind.SCRIPTS);
            }
            if (names.containsKey(COSName.EMBEDDED_FILES)) {
                found.kinds.add(Kind.ATTACHMENTS);
            }
        }
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null) {
            if (form.containsKey(COSName.XFA)) {
                found.kinds.add(Kind.XFA_FORMS);
            }
            found.fields(form.getCOSArray(COSName.FIELDS));
        }
        return found;
    }

    void page(PDPage page) {
        COSDictionary dictionary = page.getCOSObject();
        actions(dictionary);
        COSArray annotations = dictionary.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size() && seen.size() < MOST_NODES; i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                actions(annotation);
                if (COSName.getPDFName("FileAttachment").equals(annotation.getCOSName(COSName.SUBTYPE))) {
                    kinds.add(Kind.ATTACHMENTS);
                }
            }
        }
    }

    /** Such as "scripts, attachments"; empty when there is nothing. */
    String words() {
        return kinds.stream().map(Kind::words).collect(Collectors.joining(", "));
    }

    private void fields(@Nullable COSArray roots) {
        Deque<COSBase> open = new ArrayDeque<>();
        add(open, roots);
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            if (open.remove() instanceof COSDictionary field && seen.put(field, true) == null) {
                actions(field);
                add(open, field.getCOSArray(COSName.KIDS));
            }
        }
    }

    private static void add(Deque<COSBase> open, @Nullable COSArray array) {
        for (int i = 0; array != null && i < Math.min(array.size(), MOST_NODES); i++) {
            COSBase item = array.getObject(i);
            if (item != null) {
                open.add(item);
            }
        }
    }

    /** The actions that hang on a catalogue, page, annotation or field. */
    private void actions(COSDictionary owner) {
        action(owner.getDictionaryObject(COSName.OPEN_ACTION));
        action(owner.getDictionaryObject(COSName.A));
        COSDictionary more = owner.getCOSDictionary(COSName.AA);
        if (more != null) {
            for (COSName key : more.keySet()) {
                action(more.getDictionaryObject(key));
            }
        }
    }

    private void action(@Nullable COSBase base) {
        COSBase next = base;
        while (next instanceof COSDictionary action && seen.size() < MOST_NODES && seen.put(action, true) == null) {
            String type = action.getNameAsString(COSName.S);
            if ("JavaScript".equals(type) || action.containsKey(COSName.JS)) {
                kinds.add(Kind.SCRIPTS);
            } else if ("Launch".equals(type)) {
                kinds.add(Kind.LAUNCH_ACTIONS);
            }
            next = action.getDictionaryObject(COSName.NEXT);
        }
    }
}
