package ai.meddoc.cli.output;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on standard error while several files are worked on; nothing where nobody watches. */
public final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** @param resultsOnTerminal results that scroll by show progress enough */
    public static Progress over(int files, boolean resultsOnTerminal) {
        if (files < 2 || resultsOnTerminal || !Terminal.isError()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName("Documents")
                .setInitialMax(files)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(Math.min(100, Terminal.width()))
                .setUpdateIntervalMillis(100)
                .build());
    }

    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
