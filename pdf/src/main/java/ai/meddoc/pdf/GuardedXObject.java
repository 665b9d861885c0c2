package ai.meddoc.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Draws forms, and notes images without decoding them. */
final class GuardedXObject extends OperatorProcessor {

    private final PageReader reader;

    GuardedXObject(PageReader reader) {
        super(reader);
        this.reader = reader;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        PDResources resources = reader.getResources();
        if (resources == null || operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            return;
        }
        COSDictionary objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSBase object = objects == null ? null : objects.getDictionaryObject(name);
        if (!(object instanceof COSStream stream)) {
            throw new IOException("missing object");
        }
        String kind = stream.getNameAsString(COSName.SUBTYPE);
        if ("Image".equals(kind)) {
            reader.image(stream);
        } else if ("Form".equals(kind)) {
            reader.showForm(new PDFormXObject(stream));
        }
    }

    @Override
    public String getName() {
        return OperatorName.DRAW_OBJECT;
    }
}
