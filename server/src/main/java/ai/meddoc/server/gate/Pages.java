package ai.meddoc.server.gate;

import ai.meddoc.server.problems.ProblemPages;
import ai.meddoc.server.problems.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** What is not a resource: the start, the web app, the API's documentation, and everything unknown. */
@ApplicationScoped
public class Pages {

    /** Names that carry a hash of the content: they never change. */
    private static final String HASHED = "app/assets/";

    private static final int[] FRAMEWORK_STATUSES = {
        400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500, 503
    };

    private final ProblemWriter problems;
    private final Bundled page = new Bundled("ai/meddoc/server/page/");
    private final Bundled docs = new Bundled("ai/meddoc/server/docs/");
    private final Bundled swagger = new Bundled("META-INF/resources/openapi-ui/");
    private final Bundled contract = new Bundled("ai/meddoc/server/");
    private final ProblemPages sections = ProblemPages.read();

    Pages(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.get("/").handler(this::start);
        router.get("/app").handler(this::app);
        router.get("/app/*").handler(this::app);
        router.get("/docs").handler(c -> documentation(c, docs.read("index.html"), "index.html"));
        router.get("/docs/*").handler(this::docs);
        router.get("/openapi.json").handler(c -> file(c, contract.read("openapi.json"), "openapi.json", false));
        router.get("/problems/:name").handler(this::problem);
        for (int status : FRAMEWORK_STATUSES) {
            router.errorHandler(status, c -> problems.write(c, status, c.failure()));
        }
    }

    private void problem(RoutingContext context) {
        Optional<String> section =
                Optional.ofNullable(context.pathParam("name")).flatMap(sections::section);
        file(context, section.map(text -> Buffer.buffer(text + "\n")), "problem.txt", false);
    }

    private void start(RoutingContext context) {
        String target = page.read("index.html").isPresent() ? "/app" : "/docs";
        context.response().setStatusCode(302).putHeader("Location", target).end();
    }

    /** A path with a dot is a file; every other is one of the app's own addresses. */
    private void app(RoutingContext context) {
        String path = context.normalizedPath().substring(1);
        if (path.contains(".")) {
            file(context, page.read(path), path, path.startsWith(HASHED));
        } else {
            context.response().putHeader("Content-Security-Policy", SecurityHeaders.PAGE_POLICY);
            file(context, page.read("index.html"), "index.html", false);
        }
    }

    private void docs(RoutingContext context) {
        String path = context.normalizedPath().substring("/docs/".length());
        if (path.isEmpty()) {
            // The page's links are relative, so that they hold under /api too; they need the address without the slash.
            context.response()
                    .setStatusCode(302)
                    .putHeader("Location", "../docs")
                    .end();
            return;
        }
        Optional<Buffer> ours = docs.read(path);
        documentation(context, ours.isPresent() ? ours : swagger.read(path), path);
    }

    private void documentation(RoutingContext context, Optional<Buffer> content, String name) {
        context.response().putHeader("Content-Security-Policy", SecurityHeaders.DOCS_POLICY);
        file(context, content, name, false);
    }

    private void file(RoutingContext context, Optional<Buffer> content, String name, boolean hashed) {
        if (content.isEmpty()) {
            problems.write(context, ProblemType.NOT_FOUND);
            return;
        }
        context.response()
                .putHeader("Content-Type", Bundled.mediaType(name))
                .putHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache")
                .end(content.get());
    }
}
