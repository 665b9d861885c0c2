package ai.meddoc.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Runs a page's content and collects its glyphs. Leaner than PDFBox's own stripper, and every operation counts against
 * the {@link Budget}. One instance per document, one thread.
 */
final class PageReader extends PDFStreamEngine {

    private static final float SMALLEST_PRINT = 1;

    private final Budget budget;
    private final GlyphText glyphText = new GlyphText();
    private final Map<COSDictionary, Boolean> fontsChecked = new IdentityHashMap<>();
    private PageGlyphs glyphs = new PageGlyphs();
    private Painting painting = new Painting();
    private DisplaySpace space = new DisplaySpace(1, 0, 0, 1, 0, 0, 0, 0);
    private int formDepth;
    private boolean inText;

    PageReader(Budget budget) {
        this.budget = budget;
        List.<OperatorProcessor>of(
                        new BeginText(this),
                        new EndText(this),
                        new MoveText(this),
                        new MoveTextSetLeading(this),
                        new NextLine(this),
                        new SetCharSpacing(this),
                        new SetTextHorizontalScaling(this),
                        new SetTextLeading(this),
                        new SetTextRenderingMode(this),
                        new SetTextRise(this),
                        new SetWordSpacing(this),
                        new ShowText(this),
                        new ShowTextAdjusted(this),
                        new ShowTextLine(this),
                        new ShowTextLineAndSpace(this),
                        new SetMatrix(this),
                        new Save(this),
                        new Restore(this),
                        new Concatenate(this),
                        new SetGraphicsStateParameters(this),
                        new GuardedFont(this, fontsChecked),
                        new GuardedXObject(this))
                .forEach(this::addOperator);
    }

    /**
     * @return what could be read; a {@link Budget.PageCut} or a fault of the content ends the page early and is told by
     *     {@link Outcome#trouble()}
     */
    Outcome read(PDPage page) {
        glyphs = new PageGlyphs();
        painting = new Painting();
        space = DisplaySpace.of(page);
        formDepth = 0;
        inText = false;
        budget.startPage();
        String trouble = "";
        try {
            processPage(page);
            if (inText) {
                // A text object that never ends: the content was cut, or swallowed by something malformed.
                trouble = "has content that breaks off";
            }
            annotations(page);
        } catch (Budget.PageCut e) {
            trouble = String.valueOf(e.getMessage());
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            trouble = "has content that cannot be parsed";
        } catch (IndexOutOfBoundsException
                | NullPointerException
                | ArithmeticException
                | NegativeArraySizeException e) {
            // PDFBox meets malformed operands this way.
            trouble = "has content that cannot be parsed";
        } catch (StackOverflowError e) {
            trouble = "nests its content too deeply";
        }
        return new Outcome(glyphs, trouble);
    }

    /** @param trouble why the page ended early, a verb phrase; empty if it did not */
    record Outcome(PageGlyphs glyphs, String trouble) {}

    /** Filled form fields, stamps and typed remarks are printed on the page too. */
    private void annotations(PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            budget.operator();
            String kind = annotation.getSubtype();
            boolean shown =
                    !annotation.isHidden() && !annotation.isNoView() && !"Popup".equals(kind) && !"Link".equals(kind);
            if (shown) {
                showAnnotation(annotation);
            }
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        String name = operator.getName();
        if (getGraphicsStackSize() > 0) {
            PDGraphicsState state = getGraphicsState();
            PDResources resources = getResources();
            painting.operator(
                    name,
                    operands,
                    state.getCurrentTransformationMatrix(),
                    resources == null ? null : resources.getCOSObject(),
                    state.getNonStrokeAlphaConstant() > 0.99);
        }
        if (name.equals(OperatorName.FILL_NON_ZERO) || name.equals(OperatorName.FILL_EVEN_ODD)) {
            glyphs.shape();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
        // Painting has seen those that matter.
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
        if (!(e instanceof EmptyGraphicsStackException) && !(e instanceof MissingOperandException)) {
            glyphs.failure();
        }
    }

    @Override
    public void saveGraphicsState() {
        painting.save();
        super.saveGraphicsState();
    }

    @Override
    public void restoreGraphicsState() {
        painting.restore();
        super.restoreGraphicsState();
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        showForm(form);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        budget.form(++formDepth);
        int depth = painting.depth();
        painting.save();
        try {
            if (guard(StreamGuard.check(form.getCOSObject()))) {
                super.showForm(form);
            }
        } finally {
            painting.restoreTo(depth);
            formDepth--;
        }
    }

    /** Whether a stream may be read; what cannot be read whole counts as a failure. */
    boolean guard(StreamGuard.State state) {
        if (state != StreamGuard.State.SOUND) {
            glyphs.failure();
        }
        return state != StreamGuard.State.REFUSED;
    }

    void image(COSDictionary image) {
        Matrix ctm = getGraphicsState().getCurrentTransformationMatrix();
        float area = Math.abs(ctm.getScaleX() * ctm.getScaleY() - ctm.getShearX() * ctm.getShearY());
        long pixels = (long) image.getInt(COSName.WIDTH, 0) * image.getInt(COSName.HEIGHT, 0);
        float page = Math.max(1, space.width() * space.height());
        glyphs.image(area, Math.min(1, area / page), Math.max(0, pixels));
        painting.image(ctm);
    }

    @Override
    public void beginText() throws IOException {
        inText = true;
        super.beginText();
    }

    @Override
    public void endText() throws IOException {
        inText = false;
        super.endText();
    }

    @Override
    protected void showGlyph(Matrix m, PDFont font, int code, Vector displacement) {
        budget.operator();
        String text = glyphText.of(font, code);
        if (text.isEmpty()) {
            return;
        }
        float width = displacement.getX();
        float em = font instanceof PDType3Font type3 ? emOf(type3) : 1;
        float ax = width * m.getScaleX();
        float ay = width * m.getShearY();
        float ux = em * m.getShearX();
        float uy = em * m.getScaleY();
        float x = m.getTranslateX();
        float y = m.getTranslateY();
        float sx = space.x(x, y);
        float sy = space.y(x, y);
        boolean hidden = !isVisible(x + ax / 2 + ux / 3, y + ay / 2 + uy / 3, Math.abs(ux) + Math.abs(uy));
        glyphs.add(text, sx, sy, space.dx(ax, ay), space.dy(ax, ay), space.dx(ux, uy), space.dy(ux, uy), hidden);
    }

    private boolean isVisible(float x, float y, float size) {
        PDGraphicsState state = getGraphicsState();
        RenderingMode mode = state.getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            glyphs.countInvisible();
            return false;
        }
        if (size < SMALLEST_PRINT || !space.shows(space.x(x, y), space.y(x, y))) {
            return false;
        }
        if (mode.isFill() && !mode.isStroke()) {
            return state.getNonStrokeAlphaConstant() > 0.05 && painting.shows(x, y);
        }
        return true;
    }

    /** Fonts drawn by procedures have an em of their own. */
    private static float emOf(PDType3Font font) {
        float height = font.getFontBBox() == null ? 0 : font.getFontBBox().getHeight();
        float em = Math.abs(height * font.getFontMatrix().getScaleY());
        return em > 0.01f && em < 100 ? em : 1;
    }

    /** Sets the font, unless loading it would unpack a bomb. */
    private static final class GuardedFont extends SetFontAndSize {
        private final PageReader reader;
        private final Map<COSDictionary, Boolean> checked;

        GuardedFont(PageReader reader, Map<COSDictionary, Boolean> checked) {
            super(reader);
            this.reader = reader;
            this.checked = checked;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            COSDictionary font = FontGuard.find(reader.getResources(), operands);
            if (font == null || checked.computeIfAbsent(font, FontGuard::isSound)) {
                super.process(operator, operands);
            } else {
                reader.glyphs.failure();
            }
        }
    }
}
