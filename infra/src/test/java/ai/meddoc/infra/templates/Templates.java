package ai.meddoc.infra.templates;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The templates of one deployment, with the references between stacks followed. */
public final class Templates {

    private final Map<String, ObjectNode> stacks;

    Templates(Map<String, ObjectNode> stacks) {
        this.stacks = new TreeMap<>(stacks);
    }

    public List<Resource> all() {
        return stacks.entrySet().stream()
                .flatMap(s -> resources(s.getKey(), s.getValue()))
                .toList();
    }

    public List<Resource> all(String type) {
        return all().stream().filter(r -> r.type().equals(type)).toList();
    }

    public List<Resource> in(String stack, String type) {
        return all(type).stream().filter(r -> r.stack().equals(stack)).toList();
    }

    /** The one resource of this type whose id starts so. */
    public Resource one(String type, String idPrefix) {
        List<Resource> found =
                all(type).stream().filter(r -> r.id().startsWith(idPrefix)).toList();
        assertThat(found).as("%s named %s…", type, idPrefix).hasSize(1);
        return found.getFirst();
    }

    public Resource one(String type) {
        return one(type, "");
    }

    /** The same without one resource. */
    public Templates without(Resource resource) {
        Map<String, ObjectNode> copy = copy();
        ((ObjectNode) requireNonNull(copy.get(resource.stack())).path("Resources")).remove(resource.id());
        return new Templates(copy);
    }

    /** The same with one property of one resource taken away. */
    public Templates without(Resource resource, String path) {
        Map<String, ObjectNode> copy = copy();
        JsonNode node = requireNonNull(copy.get(resource.stack()))
                .path("Resources")
                .path(resource.id())
                .path("Properties");
        int last = path.lastIndexOf('.');
        for (String step : last < 0 ? new String[0] : path.substring(0, last).split("\\.", -1)) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        assertThat(((ObjectNode) node).remove(path.substring(last + 1)))
                .as("%s has %s", resource, path)
                .isNotNull();
        return new Templates(copy);
    }

    /** The same with one word in place of another, wherever it stands. */
    public Templates renaming(String word, String other) {
        Map<String, ObjectNode> copy = new TreeMap<>();
        stacks.forEach(
                (name, template) -> copy.put(name, read(template.toString().replace(word, other))));
        assertThat(copy).as("%s stands somewhere", word).isNotEqualTo(stacks);
        return new Templates(copy);
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, ObjectNode> copy() {
        Map<String, ObjectNode> copy = new TreeMap<>();
        stacks.forEach((name, template) -> copy.put(name, template.deepCopy()));
        return copy;
    }

    private static Stream<Resource> resources(String stack, JsonNode template) {
        return template.path("Resources").properties().stream().map(r -> new Resource(stack, r.getKey(), r.getValue()));
    }
}
