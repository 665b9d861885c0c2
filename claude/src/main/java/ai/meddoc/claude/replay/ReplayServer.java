package ai.meddoc.claude.replay;

import ai.meddoc.claude.call.CallFailure;
import ai.meddoc.claude.call.ModelAnswer;
import ai.meddoc.claude.call.ModelRequest;
import ai.meddoc.claude.call.ModelServer;
import java.time.Duration;

/** Gives the replies of a recording, and none to a question that was never asked live. Thread-safe. */
public final class ReplayServer implements ModelServer {

    private final Recording recording;

    public ReplayServer(Recording recording) {
        this.recording = recording;
    }

    @Override
    public ModelAnswer ask(ModelRequest request, Duration within) {
        return recording
                .find(request)
                .orElseThrow(() -> new CallFailure(
                        CallFailure.Kind.NOT_RECORDED,
                        "The recording has no reply to this question; prompts or data have changed since."));
    }

    @Override
    public long countTokens(ModelRequest request, Duration within) {
        throw new CallFailure(CallFailure.Kind.NOT_RECORDED, "A recording counts no tokens.");
    }
}
