package ai.meddoc.infra.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.constructs.Construct;

/** The function at the edge that leads a page's address to index.html; files and API are left alone. */
public final class PageFunction {

    private PageFunction() {}

    static Function of(Construct scope) {
        return Function.Builder.create(scope, "Pages")
                .comment("Pages of the app are index.html")
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(source()))
                .build();
    }

    /** The script as it is deployed. */
    public static String source() {
        try (InputStream in = Objects.requireNonNull(PageFunction.class.getResourceAsStream("pages.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
