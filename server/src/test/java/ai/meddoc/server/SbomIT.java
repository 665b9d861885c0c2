package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials, made by the build, names every library that is shipped. */
final class SbomIT {

    @Test
    void namesEveryLibraryThatIsShipped() throws IOException {
        JsonNode sbom = new ObjectMapper()
                .readTree(Path.of("target/quarkus-run-cyclonedx.json").toFile());
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> named = sbom.path("components")
                .valueStream()
                .map(part ->
                        part.path("name").asText() + "-" + part.path("version").asText())
                .collect(Collectors.toSet());
        List<String> shipped;
        try (Stream<Path> files = Files.walk(Path.of("target/quarkus-app/lib"))) {
            shipped = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
        assertThat(shipped)
                .hasSizeGreaterThan(50)
                .allSatisfy(jar -> assertThat(named).as(jar).anyMatch(part -> jar.contains("." + part)));
    }
}
