package ai.meddoc.claude.replay;

import ai.meddoc.claude.call.ModelAnswer;
import ai.meddoc.claude.call.ModelRequest;
import ai.meddoc.claude.call.ModelServer;
import java.time.Duration;

/** Asks a live server and writes its replies down; what is recorded already is not asked again. Thread-safe. */
public final class RecordingServer implements ModelServer {

    private final ModelServer live;
    private final Recording recording;

    public RecordingServer(ModelServer live, Recording recording) {
        this.live = live;
        this.recording = recording;
    }

    @Override
    public ModelAnswer ask(ModelRequest request, Duration within) {
        return recording.find(request).orElseGet(() -> {
            ModelAnswer answer = live.ask(request, within);
            recording.add(request, answer);
            return answer;
        });
    }

    @Override
    public long countTokens(ModelRequest request, Duration within) {
        return live.countTokens(request, within);
    }
}
