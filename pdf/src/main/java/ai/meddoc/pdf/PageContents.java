package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/** Looks at a page's content streams before they are parsed, and takes out those that must not be unpacked. */
final class PageContents {

    private PageContents() {}

    /** What is wrong, a verb phrase; empty when nothing is. */
    static String check(PDPage page) {
        COSDictionary dictionary = page.getCOSObject();
        COSBase contents = dictionary.getDictionaryObject(COSName.CONTENTS);
        if (contents == null) {
            return dictionary.containsKey(COSName.CONTENTS) ? "refers to content that is missing" : "";
        }
        List<COSBase> parts = new ArrayList<>();
        if (contents instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                parts.add(array.getObject(i));
            }
        } else {
            parts.add(contents);
        }
        return check(dictionary, parts);
    }

    private static String check(COSDictionary page, List<COSBase> parts) {
        String trouble = "";
        COSArray sound = new COSArray();
        for (COSBase part : parts) {
            StreamGuard.State state =
                    part instanceof COSStream stream ? StreamGuard.check(stream) : StreamGuard.State.BROKEN;
            if (state == StreamGuard.State.REFUSED) {
                trouble = "has content that unpacks to more than it may";
            } else if (state == StreamGuard.State.BROKEN && trouble.isEmpty()) {
                trouble = "has content that breaks off";
            }
            if (state != StreamGuard.State.REFUSED && part instanceof COSStream) {
                sound.add(part);
            }
        }
        if (sound.size() < parts.size()) {
            page.setItem(COSName.CONTENTS, sound);
        }
        return trouble;
    }
}
