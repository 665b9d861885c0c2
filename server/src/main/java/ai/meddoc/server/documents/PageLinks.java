package ai.meddoc.server.documents;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The Link header of a list: the same query, from the start and from after the last row shown. */
record PageLinks(String path, MultivaluedMap<String, String> query) {

    String header(@Nullable Long last) {
        String first = "<" + path + query("") + ">; rel=\"first\"";
        return last == null ? first : first + ", <" + path + query("before=" + last) + ">; rel=\"next\"";
    }

    private String query(String before) {
        StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
        for (Map.Entry<String, List<String>> e : query.entrySet()) {
            if (!e.getKey().equals("before") && !e.getValue().isEmpty()) {
                joined.add(encoded(e.getKey()) + "=" + encoded(e.getValue().getFirst()));
            }
        }
        if (!before.isEmpty()) {
            joined.add(before);
        }
        return joined.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
