package ai.meddoc.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A page as a picture, one byte per pixel from black (0) to white.
 *
 * @param pixels row by row
 * @param dpi pixels per inch of the page
 */
record GreyImage(byte[] pixels, int width, int height, float dpi) {

    static GreyImage of(BufferedImage image, float dpi) {
        BufferedImage grey = image;
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D g = grey.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, grey.getWidth(), grey.getHeight());
            g.drawImage(image, 0, 0, null);
            g.dispose();
        }
        byte[] data = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        return new GreyImage(data, grey.getWidth(), grey.getHeight(), dpi);
    }

    /** The same picture with smooth, smaller pixels: letters of coarse scans gain from it. */
    GreyImage finer(float factor) {
        BufferedImage from = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] data = ((DataBufferByte) from.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, data, 0, data.length);
        int w = Math.round(width * factor);
        int h = Math.round(height * factor);
        BufferedImage to = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = to.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(from, 0, 0, w, h, null);
        g.dispose();
        return of(to, dpi * factor);
    }

    /** Points per pixel. */
    float scale() {
        return 72 / dpi;
    }

    /** Whether all pixels are (nearly) the same: nothing is printed here. */
    boolean isBlank() {
        int low = 255;
        int high = 0;
        for (byte pixel : pixels) {
            low = Math.min(low, pixel & 0xff);
            high = Math.max(high, pixel & 0xff);
        }
        return high - low < 24;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "GreyImage[" + width + "x" + height + "]";
    }
}
