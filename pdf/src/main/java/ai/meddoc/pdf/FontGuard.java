package ai.meddoc.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** Measures the streams of a font before PDFBox unpacks them. */
final class FontGuard {

    private static final List<COSName> BELOW = List.of(
            COSName.TO_UNICODE,
            COSName.FONT_DESC,
            COSName.DESCENDANT_FONTS,
            COSName.ENCODING,
            COSName.FONT_FILE,
            COSName.FONT_FILE2,
            COSName.FONT_FILE3,
            COSName.CID_TO_GID_MAP);
    private static final int MOST = 40;

    private FontGuard() {}

    /** The font's dictionary as the operator Tf names it, or null. */
    static @Nullable COSDictionary find(@Nullable PDResources resources, List<COSBase> operands) {
        if (resources == null || operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            return null;
        }
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        return fonts == null ? null : fonts.getCOSDictionary(name);
    }

    /** Whether none of its streams unpacks to more than a font can need. */
    static boolean isSound(COSDictionary font) {
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(font);
        for (int seen = 0; !open.isEmpty() && seen < MOST; seen++) {
            COSBase next = open.remove();
            if (next instanceof COSStream stream && StreamGuard.check(stream) == StreamGuard.State.REFUSED) {
                return false;
            }
            if (next instanceof COSArray array && array.size() > 0 && array.getObject(0) != null) {
                open.add(array.getObject(0));
            } else if (next instanceof COSDictionary dictionary) {
                for (COSName name : BELOW) {
                    COSBase child = dictionary.getDictionaryObject(name);
                    if (child != null) {
                        open.add(child);
                    }
                }
            }
        }
        return true;
    }
}
