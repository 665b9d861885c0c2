package ai.meddoc.server.codes;

import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.terminology.CodeSearch;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Looking codes up in the newest release. */
@Path("/codes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class CodesResource {

    private static final int LONGEST = 200;
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Icd10Cm release;
    private final CodeSearch search;

    CodesResource(Icd10CmReleases releases) {
        this.release = releases.newest();
        this.search = CodeSearch.of(release);
    }

    @GET
    public CodeMatches search(@QueryParam("q") @Nullable String query, @QueryParam("limit") @Nullable String limit) {
        if (query == null || query.isBlank()) {
            throw ProblemException.malformed("q is missing: ask for /codes?q=PHRASE.");
        }
        if (query.length() > LONGEST) {
            throw ProblemException.malformed("q must not be longer than " + LONGEST + " characters.");
        }
        int most = Numbers.upTo(MOST, limit, "limit", USUAL);
        return CodeMatches.of(search.search(query, most), release.release());
    }

    @GET
    @Path("{code}")
    public CodeDetail code(@PathParam("code") String code) {
        return release.find(code)
                .map(found -> CodeDetail.of(release, found))
                .orElseThrow(() ->
                        ProblemException.notFound("Release " + release.release() + " of ICD-10-CM has no such code."));
    }
}
