package ai.meddoc.pdf.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real processes that do nothing but spin. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
final class ProcessorLimitTest {

    private static final Pattern NO_DUMP = Pattern.compile("Max core file size +0 +0 ");

    private static final Duration SECOND = Duration.ofSeconds(1);

    private @Nullable Process process;

    private Process spin(List<String> before) throws IOException {
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of("sh", "-c", "while :; do :; done"));
        process = new ProcessBuilder(words).start();
        return process;
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void theKernelEndsItWithoutBeingAsked() throws Exception {
        assumeThat(KernelLimits.here()).isTrue();

        assertThat(spin(KernelLimits.before(1)).waitFor()).isEqualTo(KernelLimits.OUT_OF_PROCESSOR_TIME);
    }

    @Test
    void theKernelHoldsWhatWasSetLast() throws Exception {
        assumeThat(KernelLimits.here()).isTrue();
        Process spinning = spin(KernelLimits.before(1));
        assertThat(KernelLimits.set(spinning.pid(), 3)).isTrue();

        assertThat(spinning.waitFor(2, TimeUnit.SECONDS)).isFalse();
        assertThat(spinning.waitFor()).isEqualTo(KernelLimits.OUT_OF_PROCESSOR_TIME);
        assertThat(KernelLimits.set(spinning.pid(), 1)).isFalse();
    }

    @Test
    void noDumpOfItsMemoryIsLeft() throws IOException, InterruptedException {
        assumeThat(KernelLimits.here()).isTrue();
        Path limits = Path.of("/proc/" + spin(KernelLimits.before(1)).pid() + "/limits");

        // The limits of the program that sets them are read until they are set.
        for (int i = 0; i < 1_000 && !NO_DUMP.matcher(Files.readString(limits)).find(); i++) {
            Thread.sleep(5);
        }
        assertThat(Files.readString(limits)).containsPattern(NO_DUMP);
    }

    @Test
    void eachDocumentHasItsOwn() throws Exception {
        assumeThat(KernelLimits.here()).isTrue();
        Process spinning = spin(KernelLimits.before(ProcessorLimit.seconds(SECOND)));
        ProcessorLimit limit = ProcessorLimit.of(spinning, SECOND);
        for (int i = 0; i < 8; i++) {
            limit.on();
            assertThat(spinning.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
            limit.off();
        }

        int code = spinning.waitFor();
        assertThat(code).isEqualTo(KernelLimits.OUT_OF_PROCESSOR_TIME);
        assertThat(limit.ended(code)).isTrue();
    }

    @Test
    void whereTheKernelDoesNotHelpItIsLookedAt() throws Exception {
        Process spinning = spin(List.of());
        ProcessorLimit limit = ProcessorLimit.watched(spinning, SECOND);
        limit.on();

        int code = spinning.waitFor();
        assertThat(code).isNotEqualTo(KernelLimits.OUT_OF_PROCESSOR_TIME);
        assertThat(limit.ended(code)).isTrue();
    }

    @Test
    void whatIsSwitchedOffEndsNothing() throws Exception {
        Process spinning = spin(List.of());
        ProcessorLimit limit = ProcessorLimit.watched(spinning, SECOND);
        limit.on();
        limit.off();

        assertThat(spinning.waitFor(2, TimeUnit.SECONDS)).isFalse();
    }
}
