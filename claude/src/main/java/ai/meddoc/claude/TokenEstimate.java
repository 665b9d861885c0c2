package ai.meddoc.claude;

import ai.meddoc.claude.call.ModelRequest;
import java.nio.charset.StandardCharsets;

/**
 * How many tokens a text has at most, told from its bytes: one for every {@value #BYTES_PER_TOKEN} bytes of UTF-8, rounded
 * up. English prose has about one in four; tables and codes come near this. A scanned page counts {@value #PER_PAGE}.
 */
public final class TokenEstimate {

    static final int BYTES_PER_TOKEN = 3;
    static final int PER_PAGE = 4_500;

    private TokenEstimate() {}

    public static long of(String text) {
        return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_PER_TOKEN);
    }

    /** Of a whole question; the schema is part of it. */
    static long of(ModelRequest request, int pages) {
        long schema = of(request.schema().toString());
        return of(request.system()) + of(request.message()) + schema + (long) pages * PER_PAGE;
    }
}
