package ai.meddoc.infra.templates;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.MedDocApp;
import ai.meddoc.infra.config.ConfigReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Synthesises each deployment once for all tests. */
public final class Synthesis {

    /** In the order in which they are deployed. */
    public static final List<String> STACKS = List.of("Foundation", "Data", "Service", "Edge");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Synthesis> DONE = new ConcurrentHashMap<>();

    private final Path folder;
    private final Templates templates;

    private Synthesis(Path folder) {
        this.folder = folder;
        Map<String, ObjectNode> stacks = read(folder);
        this.templates = new Templates(follow(stacks));
    }

    public static Synthesis of(DeploymentOption option, String environment) {
        return DONE.computeIfAbsent(option.word() + "-" + environment, name -> {
            Path folder = Path.of("target", "synthesis", name);
            MedDocApp.of(option, ConfigReader.read(Path.of("environments"), environment), folder)
                    .synth();
            return new Synthesis(folder);
        });
    }

    public Path folder() {
        return folder;
    }

    public Templates templates() {
        return templates;
    }

    private static Map<String, ObjectNode> read(Path folder) {
        Map<String, ObjectNode> stacks = new TreeMap<>();
        for (String stack : STACKS) {
            try {
                stacks.put(stack, (ObjectNode)
                        JSON.readTree(folder.resolve(stack + ".template.json").toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return stacks;
    }

    /** Puts what a stack exports in the place of each import. */
    private static Map<String, ObjectNode> follow(Map<String, ObjectNode> stacks) {
        Map<String, JsonNode> exports = new HashMap<>();
        stacks.values()
                .forEach(t -> t.path("Outputs")
                        .forEach(o -> exports.put(o.path("Export").path("Name").asText(), o.path("Value"))));
        Map<String, ObjectNode> followed = new TreeMap<>();
        stacks.forEach((name, template) -> followed.put(name, (ObjectNode) follow(template, exports)));
        return followed;
    }

    private static JsonNode follow(JsonNode node, Map<String, JsonNode> exports) {
        if (node.path("Fn::ImportValue").isTextual()) {
            return exports.getOrDefault(node.path("Fn::ImportValue").asText(), MissingNode.getInstance());
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(f -> copy.set(f.getKey(), follow(f.getValue(), exports)));
            return copy;
        }
        if (node.isArray()) {
            var copy = JSON.createArrayNode();
            node.forEach(e -> copy.add(follow(e, exports)));
            return copy;
        }
        return node;
    }
}
