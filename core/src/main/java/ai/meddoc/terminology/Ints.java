package ai.meddoc.terminology;

import java.nio.ByteBuffer;

/** Arrays of ints in a buffer, length first. */
final class Ints {

    private Ints() {}

    static void write(int[] values, ByteBuffer out) {
        out.putInt(values.length);
        out.asIntBuffer().put(values);
        out.position(out.position() + 4 * values.length);
    }

    static int[] read(ByteBuffer in) {
        int[] values = new int[in.getInt()];
        in.asIntBuffer().get(values);
        in.position(in.position() + 4 * values.length);
        return values;
    }
}
