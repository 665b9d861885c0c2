package ai.meddoc.server.gate;

import io.netty.buffer.ByteBuf;

/** Follows the lines of a request's head from one buffer to the next. */
final class HeadLines {

    /** Bytes of the line so far; the empty line ends the head. */
    private int length;

    private int count;
    private boolean over;

    void begin() {
        length = 0;
        count = 0;
        over = false;
    }

    /** Whether a header line goes on in a further one, which begins with a space or a tab. Reads without consuming. */
    boolean foldIn(ByteBuf bytes) {
        for (int i = bytes.readerIndex(); i < bytes.writerIndex() && !over; i++) {
            byte b = bytes.getByte(i);
            if (length == 0 && count > 0 && (b == ' ' || b == '\t')) {
                return true;
            }
            add(b);
        }
        return false;
    }

    private void add(byte b) {
        if (b == '\n') {
            // Empty lines before the first are allowed.
            over = length == 0 && count > 0;
            count += length == 0 ? 0 : 1;
            length = 0;
        } else if (b != '\r') {
            length++;
        }
    }
}
