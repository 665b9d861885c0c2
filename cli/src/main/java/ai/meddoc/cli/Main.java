package ai.meddoc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the command line starts. Data goes to standard output, everything else to standard error, both in UTF-8. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out, 1 << 16, false);
        PrintWriter err = utf8(FileDescriptor.err, 1 << 10, true);
        int code = MeddocCommand.run(arguments, out, err);
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(out.checkError() && code == ExitCodes.OK ? ExitCodes.UNAVAILABLE : code);
    }

    private static PrintWriter utf8(FileDescriptor descriptor, int buffer, boolean flushLines) {
        var bytes = new java.io.BufferedOutputStream(new FileOutputStream(descriptor), buffer);
        return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), flushLines);
    }
}
