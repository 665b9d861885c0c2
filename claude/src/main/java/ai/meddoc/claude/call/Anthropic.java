package ai.meddoc.claude.call;

import ai.meddoc.claude.ledger.TokenUsage;
import com.anthropic.client.AnthropicClient;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.Timeout;
import com.anthropic.models.messages.CacheCreation;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The vendor's API through the official SDK, its own repetitions and its log switched off. Thread-safe. */
public final class Anthropic implements ModelServer {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Clients clients;
    private final Set<String> plainModels = ConcurrentHashMap.newKeySet();

    public Anthropic(Clients clients) {
        this.clients = clients;
    }

    @Override
    public ModelAnswer ask(ModelRequest request, Duration within) {
        Deadline deadline = Deadline.after(within);
        String key = clients.currentKey();
        try {
            return askPlainIfRefused(request, key, deadline);
        } catch (CallFailure e) {
            String now = clients.currentKey();
            if (e.kind() == CallFailure.Kind.UNAUTHORISED && !now.equals(key)) {
                return askPlainIfRefused(request, now, deadline);
            }
            throw e;
        }
    }

    /** A model that refuses the settings meant to make it quick is asked without them from then on. */
    private ModelAnswer askPlainIfRefused(ModelRequest request, String key, Deadline deadline) {
        boolean plain = plainModels.contains(request.modelId());
        try {
            return send(request, key, plain, deadline.left());
        } catch (CallFailure e) {
            if (plain || e.kind() != CallFailure.Kind.BAD_REQUEST || !MessageParams.hasTuning(request)) {
                throw e;
            }
            ModelAnswer answer = send(request, key, true, deadline.left());
            plainModels.add(request.modelId());
            return answer;
        }
    }

    private ModelAnswer send(ModelRequest request, String key, boolean plain, Duration within) {
        AnthropicClient client = clients.forKey(key);
        try {
            Message message = client.messages().create(MessageParams.create(request, plain), options(within));
            return answer(message, request);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public long countTokens(ModelRequest request, Duration within) {
        AnthropicClient client = clients.forKey(clients.currentKey());
        try {
            return client.messages()
                    .countTokens(MessageParams.count(request), options(within))
                    .inputTokens();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    private static RequestOptions options(Duration within) {
        Timeout timeout = Timeout.builder()
                .connect(within.compareTo(CONNECT) < 0 ? within : CONNECT)
                .read(within)
                .write(within)
                .request(within)
                .build();
        return RequestOptions.builder().timeout(timeout).build();
    }

    private static ModelAnswer answer(Message message, ModelRequest request) {
        String text = message.content().stream()
                .map(ContentBlock::text)
                .flatMap(Optional::stream)
                .map(TextBlock::text)
                .collect(Collectors.joining());
        return new ModelAnswer(
                text,
                message.stopReason().map(StopReason::asString).orElse(""),
                usage(message.usage(), request),
                message.id());
    }

    private static TokenUsage usage(Usage usage, ModelRequest request) {
        long written = usage.cacheCreationInputTokens().orElse(0L);
        Optional<CacheCreation> split = usage.cacheCreation();
        long hour = split.map(CacheCreation::ephemeral1hInputTokens).orElse(request.cachesAnHour() ? written : 0L);
        return new TokenUsage(
                usage.inputTokens(),
                written - hour,
                hour,
                usage.cacheReadInputTokens().orElse(0L),
                usage.outputTokens());
    }
}
