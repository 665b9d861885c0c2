package ai.meddoc.claude.call;

import com.anthropic.backends.Backend;
import com.anthropic.bedrock.backends.BedrockBackend;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import java.util.Optional;

/** Amazon Bedrock at another address than its region's public one, such as a VPC endpoint; signed all the same. */
record BedrockAt(BedrockBackend bedrock, String address) implements Backend {

    @Override
    public String baseUrl() {
        return address;
    }

    @Override
    public HttpRequest prepareRequest(HttpRequest request) {
        return bedrock.prepareRequest(request);
    }

    @Override
    public HttpRequest authorizeRequest(HttpRequest request) {
        return bedrock.authorizeRequest(request);
    }

    @Override
    public HttpResponse prepareResponse(HttpResponse response) {
        return bedrock.prepareResponse(response);
    }

    @Override
    public boolean supportsMessageThreads() {
        return bedrock.supportsMessageThreads();
    }

    @Override
    public String openTelemetryProviderName() {
        return bedrock.openTelemetryProviderName();
    }

    @Override
    public Optional<String> openTelemetryPlatform() {
        return bedrock.openTelemetryPlatform();
    }

    @Override
    public void close() {
        bedrock.close();
    }
}
