package ai.meddoc.claude.call;

import com.anthropic.bedrock.backends.BedrockBackend;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.LogLevel;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's client for the key in force; a new one only when the key changed. Thread-safe.
 *
 * @see ApiKey
 */
public final class Clients implements AutoCloseable {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final ApiKey apiKey;
    private final boolean bedrock;
    private final @Nullable URI baseUrl;
    private final @Nullable URI proxy;
    private @Nullable AnthropicClient client;
    private String clientKey = "";

    public Clients(ApiKey apiKey, boolean bedrock, @Nullable URI baseUrl, @Nullable URI proxy) {
        this.apiKey = apiKey;
        this.bedrock = bedrock;
        this.baseUrl = baseUrl;
        this.proxy = proxy;
    }

    /** @throws CallFailure if there is none and one is needed */
    String currentKey() {
        if (bedrock) {
            return "";
        }
        return apiKey.read()
                .orElseThrow(() ->
                        new CallFailure(CallFailure.Kind.UNAUTHORISED, "There is no key: set ANTHROPIC_API_KEY."));
    }

    synchronized AnthropicClient forKey(String key) {
        AnthropicClient current = client;
        if (current == null || !clientKey.equals(key)) {
            current = build(key);
            client = current;
            clientKey = key;
        }
        return current;
    }

    private AnthropicClient build(String key) {
        AnthropicOkHttpClient.Builder builder =
                AnthropicOkHttpClient.builder().maxRetries(0).logLevel(LogLevel.OFF);
        if (bedrock) {
            BedrockBackend backend = BedrockBackend.fromEnv();
            builder.backend(baseUrl == null ? backend : new BedrockAt(backend, baseUrl.toString()));
        } else {
            builder.apiKey(key);
            if (baseUrl != null) {
                builder.baseUrl(baseUrl.toString());
            }
        }
        if (proxy != null) {
            int port = proxy.getPort() > 0 ? proxy.getPort() : "https".equals(proxy.getScheme()) ? HTTPS : HTTP;
            builder.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port)));
        }
        return builder.build();
    }

    @Override
    public synchronized void close() {
        AnthropicClient current = client;
        client = null;
        if (current != null) {
            current.close();
        }
    }
}
