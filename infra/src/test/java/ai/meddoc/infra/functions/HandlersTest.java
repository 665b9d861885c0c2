package ai.meddoc.infra.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What the templates tell Lambda to call exists. */
class HandlersTest {

    private static final Path SOURCES = Path.of("..", "lambda", "src", "main", "java");
    private static final Path ZIP = Path.of("..", "lambda", "target", "function.zip");
    /** Lambda's own limit for what it unpacks. */
    private static final long MOST_BYTES = 250L * 1024 * 1024;

    private static List<String> handlers() {
        return Synthesis.of(DeploymentOption.SERVERLESS, "prod").templates().all("AWS::Lambda::Function").stream()
                .map((Resource function) -> function.text("Handler"))
                .toList();
    }

    @Test
    void everyHandlerIsAClassOfOurs() throws IOException {
        assertThat(handlers()).hasSize(2).doesNotHaveDuplicates();
        for (String handler : handlers()) {
            Path source = SOURCES.resolve(type(handler) + ".java");
            assertThat(source).exists();
            assertThat(Files.readString(source))
                    .contains("implements RequestStreamHandler")
                    .contains("public void " + handler.substring(handler.indexOf("::") + 2) + "(InputStream ");
        }
    }

    @Test
    void theBuildHoldsThemAndFitsIntoLambda() throws IOException {
        assumeTrue(Files.exists(ZIP), "function.zip is not built: mvn -pl lambda -am package");
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            long bytes = zip.stream().mapToLong(ZipEntry::getSize).sum();
            System.out.printf(
                    "function.zip: %d MB, unpacked %d MB of %d%n",
                    Files.size(ZIP) >> 20, bytes >> 20, MOST_BYTES >> 20);
            assertThat(bytes).isLessThan(MOST_BYTES);
            assertThat(zip.getEntry("rds-ca.pem")).isNotNull();
            for (String handler : handlers()) {
                assertThat(zip.stream().filter(e -> holds(zip, e, type(handler) + ".class")))
                        .as(handler)
                        .hasSize(1);
            }
        }
    }

    private static String type(String handler) {
        return handler.substring(0, handler.indexOf("::")).replace('.', '/');
    }

    private static boolean holds(ZipFile zip, ZipEntry jar, String name) {
        if (!jar.getName().startsWith("lib/meddoc-")) {
            return false;
        }
        try (ZipInputStream files = new ZipInputStream(zip.getInputStream(jar))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().equals(name)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
