package ai.meddoc.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No route of the contract is without a rule, and no rule without a route. */
final class RoutesTest {

    @Test
    void hasARuleForEveryRouteOfTheContract() throws IOException {
        JsonNode contract = new ObjectMapper().readTree(Path.of("openapi.json").toFile());
        Set<String> promised = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> promised.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(Routes.all().stream().map(Route::name).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(promised);
    }
}
