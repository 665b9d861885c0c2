package ai.meddoc.claude;

import ai.meddoc.claude.call.Anthropic;
import ai.meddoc.claude.call.Caller;
import ai.meddoc.claude.call.Clients;
import ai.meddoc.claude.call.ModelServer;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.claude.ledger.CostLedger;
import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.engine.LocalEngine;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes the engine from its settings; the one thing that a program which wires it needs to know. */
public final class Claude {

    private Claude() {}

    /** The engine on the vendor's servers, or on Amazon Bedrock. */
    public static ClaudeEngine engine(ClaudeSettings settings, LocalEngine local, Consumer<CallCost> costs) {
        return on(server(settings), settings, local, costs);
    }

    /** The live server that settings name. */
    public static ModelServer server(ClaudeSettings settings) {
        boolean bedrock = settings.backend() == ClaudeSettings.Backend.BEDROCK;
        return new Anthropic(new Clients(settings.apiKey(), bedrock, settings.baseUrl(), settings.proxy()));
    }

    /** The engine on a server of the caller's choice, such as a recording. */
    public static ClaudeEngine on(
            ModelServer server, ClaudeSettings settings, LocalEngine local, Consumer<CallCost> costs) {
        InstantSource clock = InstantSource.system();
        return new ClaudeEngine(
                local, settings, new Caller(server, settings.limits(), clock), new CostLedger(costs), clock);
    }

    /** Sentences for the operator at the start: a model near its end, one that is not known, a key that is missing. */
    public static List<String> warnings(ClaudeSettings settings, InstantSource clock) {
        List<String> warnings = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var model = ModelRegistry.load().find(settings.model());
        if (model.isEmpty()) {
            warnings.add("The model named by CLAUDE_MODEL is not in the registry: its cost counts at the dearest"
                    + " model's prices and its end is not known.");
        }
        model.flatMap(m -> m.warning(today)).ifPresent(warnings::add);
        if (!settings.hasCredentials()) {
            warnings.add("There is no key: set ANTHROPIC_API_KEY, or ANTHROPIC_API_KEY_FILE to a file that holds it.");
        }
        if (settings.sendScans() && settings.policy().mode() != Policy.Mode.OFF) {
            warnings.add(
                    "CLAUDE_SEND_SCANS sends nothing unless CLAUDE_DEIDENTIFY is off: identifiers in pictures cannot"
                            + " be replaced.");
        }
        return warnings;
    }
}
