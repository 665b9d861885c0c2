package ai.meddoc.server.analyses;

import ai.meddoc.text.Page;
import java.util.List;
import java.util.Locale;

/** One page of the text. */
public record PageJson(int number, int start, int end, String origin) {

    static List<PageJson> of(List<Page> pages) {
        return pages.stream()
                .map(p -> new PageJson(
                        p.number(),
                        p.span().start(),
                        p.span().end(),
                        p.origin().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
