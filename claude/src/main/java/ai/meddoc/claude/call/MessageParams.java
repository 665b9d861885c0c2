package ai.meddoc.claude.call;

import ai.meddoc.extract.ContentKind;
import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.Base64PdfSource;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.DocumentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigBetweenTools;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.ThinkingConfigParam;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** From our question to the SDK's parameters. Stateless. Sends no temperature, no top_p, no budget: newer models refuse them. */
final class MessageParams {

    private MessageParams() {}

    /** Whether anything is sent that a model may refuse. */
    static boolean hasTuning(ModelRequest request) {
        return request.model().thinking() != ai.meddoc.claude.model.ClaudeModel.Thinking.NONE
                || !request.model().effort().equals("none");
    }

    static MessageCreateParams create(ModelRequest request, boolean plain) {
        OutputConfig.Builder output = OutputConfig.builder().format(format(request));
        MessageCreateParams.Builder params = MessageCreateParams.builder()
                .model(request.modelId())
                .maxTokens(request.maxTokens())
                .systemOfTextBlockParams(system(request))
                .addUserMessageOfContentBlockParams(content(request));
        if (!plain && !request.model().effort().equals("none")) {
            output.effort(OutputConfig.Effort.of(request.model().effort()));
        }
        if (!plain) {
            switch (request.model().thinking()) {
                case DISABLED ->
                    params.thinking(ThinkingConfigDisabled.builder().build());
                case BETWEEN_TOOLS ->
                    params.thinking(ThinkingConfigParam.ofBetweenTools(
                            ThinkingConfigBetweenTools.builder().build()));
                case NONE -> {}
            }
        }
        return params.outputConfig(output.build()).build();
    }

    static MessageCountTokensParams count(ModelRequest request) {
        return MessageCountTokensParams.builder()
                .model(request.modelId())
                .systemOfTextBlockParams(system(request))
                .addUserMessageOfContentBlockParams(content(request))
                .build();
    }

    private static JsonOutputFormat format(ModelRequest request) {
        JsonOutputFormat.Schema.Builder schema = JsonOutputFormat.Schema.builder();
        request.schema().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> schema.putAdditionalProperty(e.getKey(), JsonValue.from(e.getValue())));
        return JsonOutputFormat.builder().schema(schema.build()).build();
    }

    private static List<TextBlockParam> system(ModelRequest request) {
        TextBlockParam.Builder block = TextBlockParam.builder().text(request.system());
        if (request.cacheSeconds() > 0) {
            block.cacheControl(CacheControlEphemeral.builder()
                    .ttl(request.cachesAnHour() ? CacheControlEphemeral.Ttl.TTL_1H : CacheControlEphemeral.Ttl.TTL_5M)
                    .build());
        }
        return List.of(block.build());
    }

    private static List<ContentBlockParam> content(ModelRequest request) {
        List<ContentBlockParam> blocks = new ArrayList<>();
        byte[] scan = request.scan();
        if (scan != null) {
            blocks.add(scan(scan));
        }
        blocks.add(ContentBlockParam.ofText(
                TextBlockParam.builder().text(request.message()).build()));
        return blocks;
    }

    private static ContentBlockParam scan(byte[] scan) {
        String data = Base64.getEncoder().encodeToString(scan);
        return switch (ContentKind.of(scan)) {
            case PNG -> picture(Base64ImageSource.MediaType.IMAGE_PNG, data);
            case JPEG -> picture(Base64ImageSource.MediaType.IMAGE_JPEG, data);
            default ->
                ContentBlockParam.ofDocument(DocumentBlockParam.builder()
                        .source(Base64PdfSource.builder().data(data).build())
                        .build());
        };
    }

    private static ContentBlockParam picture(Base64ImageSource.MediaType type, String data) {
        return ContentBlockParam.ofImage(ImageBlockParam.builder()
                .source(Base64ImageSource.builder().mediaType(type).data(data).build())
                .build());
    }
}
