package ai.meddoc.server.doctor;

import ai.meddoc.claude.Claude;
import ai.meddoc.claude.ClaudeSettings;
import ai.meddoc.claude.KeyCheck;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The only check that leaves the machine's own surroundings, and only where Claude is on. */
final class ClaudeCheck {

    private ClaudeCheck() {}

    static CheckResult of(ClaudeSettings settings) {
        if (!settings.enabled()) {
            return CheckResult.ok("claude", "off: no text leaves this machine, and nothing was asked of the network");
        }
        List<String> troubles = new ArrayList<>();
        KeyCheck.trouble(settings).ifPresent(troubles::add);
        List<String> warnings = Claude.warnings(settings, InstantSource.system());
        troubles.addAll(warnings);
        if (troubles.isEmpty()) {
            return CheckResult.ok("claude", settings.model() + " answers");
        }
        String text = String.join(" ", troubles);
        return troubles.size() > warnings.size()
                ? CheckResult.unavailable("claude", text + " Until then the local engine answers.")
                : CheckResult.note("claude", text);
    }
}
