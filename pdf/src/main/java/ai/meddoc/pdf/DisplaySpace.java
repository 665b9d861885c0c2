package ai.meddoc.pdf;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * From a page's own coordinates to those a reader sees: points from the top left corner, y downwards, after the crop
 * box and the page's rotation. {@code x' = a x + c y + e}, {@code y' = b x + d y + f}.
 */
record DisplaySpace(float a, float b, float c, float d, float e, float f, float width, float height) {

    static DisplaySpace of(PDPage page) {
        PDRectangle box = page.getCropBox();
        float left = box.getLowerLeftX();
        float bottom = box.getLowerLeftY();
        float right = box.getUpperRightX();
        float top = box.getUpperRightY();
        float w = box.getWidth();
        float h = box.getHeight();
        return switch (page.getRotation()) {
            case 90 -> new DisplaySpace(0, 1, 1, 0, -bottom, -left, h, w);
            case 180 -> new DisplaySpace(-1, 0, 0, 1, right, -bottom, w, h);
            case 270 -> new DisplaySpace(0, -1, -1, 0, top, right, h, w);
            default -> new DisplaySpace(1, 0, 0, -1, -left, top, w, h);
        };
    }

    float x(float ux, float uy) {
        return a * ux + c * uy + e;
    }

    float y(float ux, float uy) {
        return b * ux + d * uy + f;
    }

    float dx(float ux, float uy) {
        return a * ux + c * uy;
    }

    float dy(float ux, float uy) {
        return b * ux + d * uy;
    }

    boolean shows(float x, float y) {
        return x >= -1 && y >= -1 && x <= width + 1 && y <= height + 1;
    }
}
