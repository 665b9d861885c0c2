package ai.meddoc.server;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A span as a collector gets it (opentelemetry/proto/trace/v1/trace.proto), ids in hexadecimal.
 *
 * @param parent empty for none
 */
record Span(String trace, String id, String parent, String name) {

    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int PARENT_SPAN_ID = 4;
    private static final int NAME = 5;

    /** Those of an ExportTraceServiceRequest. */
    static List<Span> exported(byte[] request) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (byte[] resource : field(request, 1)) {
            for (byte[] scope : field(resource, 2)) {
                for (byte[] span : field(scope, 2)) {
                    spans.add(new Span(hex(span, TRACE_ID), hex(span, SPAN_ID), hex(span, PARENT_SPAN_ID), text(span)));
                }
            }
        }
        return spans;
    }

    private static String hex(byte[] span, int number) throws IOException {
        List<byte[]> found = field(span, number);
        return found.isEmpty() ? "" : HexFormat.of().formatHex(found.getFirst());
    }

    private static String text(byte[] span) throws IOException {
        return new String(field(span, NAME).getFirst(), StandardCharsets.UTF_8);
    }

    /** Every value of a field that has a length. */
    private static List<byte[]> field(byte[] message, int number) throws IOException {
        List<byte[]> found = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == number
                    && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                found.add(in.readByteArray());
            } else {
                in.skipField(tag);
            }
        }
        return found;
    }
}
