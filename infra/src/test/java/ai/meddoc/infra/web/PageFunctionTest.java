package ai.meddoc.infra.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the function as CloudFront would, in the Node that the CDK needs anyway. */
class PageFunctionTest {

    @ParameterizedTest
    @CsvSource({
        "/app/documents/12, /index.html",
        "/app/, /index.html",
        "/app/assets/index-1a2b.js, /app/assets/index-1a2b.js",
        "/favicon.ico, /favicon.ico",
        "/, 302 /app/",
    })
    void leadsPagesToTheApp(String uri, String answer) throws IOException, InterruptedException {
        String script = PageFunction.source()
                + "const r = handler({ request: { uri: process.argv[1], headers: {} } });"
                + "console.log(r.statusCode ? r.statusCode + ' ' + r.headers.location.value : r.uri);";
        Process node = new ProcessBuilder("node", "-e", script, uri).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(node.waitFor()).isZero();
        assertThat(said).isEqualTo(answer);
    }
}
