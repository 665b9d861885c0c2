package ai.meddoc.infra.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The guide built literally: if the packs let it pass, that they let ours pass means nothing. */
class NegativeControlTest {

    private static final int AT_LEAST = 33;

    @Test
    void theGuideBuiltLiterallyIsRefused() throws IOException {
        Path out = Path.of("target", "synthesis", "guide");
        App app = new App(AppProps.builder()
                .outdir(out.toString())
                .analyticsReporting(false)
                .build());
        new GuideStack(app, "Guide");
        Packs.attachTo(app);
        app.synth();
        Set<String> rules = new TreeSet<>();
        NagReport.of(out).brokenErrors().forEach(b -> rules.add(b.substring(0, b.indexOf(' '))));
        System.out.printf("negative control: the guide built literally breaks %d error rules%n", rules.size());
        assertThat(rules).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }
}
