package ai.meddoc.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every extractor keeps, whatever it reads. */
public abstract class TextExtractorContract {

    protected abstract TextExtractor extractor();

    /** At least two documents of the extractor's kind, with text. */
    protected abstract List<Document> readable();

    /** Documents of other kinds. */
    protected abstract List<Document> foreign();

    @Test
    void acceptsItsKindAndNoOther() {
        assertThat(readable()).allMatch(extractor()::accepts);
        assertThat(foreign()).noneMatch(extractor()::accepts);
    }

    @Test
    void refusesWhatItDoesNotAccept() {
        for (Document document : foreign()) {
            assertThatThrownBy(() -> extractor().extract(document)).isInstanceOf(DocumentException.class);
        }
    }

    @Test
    void pagesCountFromOneAndCoverTheTextInOrder() {
        for (Document document : readable()) {
            DocumentText text = extractor().extract(document);
            int number = 0;
            int from = 0;
            for (Page page : text.pages()) {
                assertThat(page.number()).isEqualTo(++number);
                assertThat(page.span().start()).isEqualTo(from);
                from = page.span().end();
            }
            assertThat(from).isEqualTo(text.length());
        }
    }

    @Test
    void layoutHasOneBoxOnThePagePerCharacter() {
        for (Document document : readable()) {
            DocumentText text = extractor().extract(document);
            text.layout().ifPresent(layout -> {
                assertThat(layout.length()).isEqualTo(text.length());
                for (int i = 0; i < layout.length(); i++) {
                    assertThat(layout.width()[i]).isBetween(0f, 20_000f);
                    assertThat(layout.height()[i]).isBetween(0f, 20_000f);
                    assertThat(layout.left()[i]).isFinite();
                    assertThat(layout.top()[i]).isFinite();
                    assertThat(layout.confidence()[i]).isBetween(0f, 1f);
                }
            });
        }
    }

    @Test
    void findingsLieInTheTextAndQuoteNothing() {
        for (Document document : readable()) {
            DocumentText text = extractor().extract(document);
            for (Finding finding : text.findings()) {
                assertThat(finding.message()).endsWith(".").doesNotContain("\n");
                Span span = finding.span();
                if (span != null) {
                    assertThat(span.end()).isLessThanOrEqualTo(text.length());
                }
            }
        }
    }

    @Test
    void textHasNoCharacterThatDatabasesRefuse() {
        for (Document document : readable()) {
            String text = extractor().extract(document).text();
            assertThat(text.indexOf('\0')).isNegative();
            assertThat(text.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count())
                    .isZero();
        }
    }

    @Test
    void threadsMayShareIt() throws InterruptedException, ExecutionException {
        List<Document> documents = readable();
        List<String> expected =
                documents.stream().map(d -> extractor().extract(d).text()).toList();
        TextExtractor shared = extractor();
        List<Callable<List<String>>> tasks = Stream.<Callable<List<String>>>generate(() -> () ->
                        documents.stream().map(d -> shared.extract(d).text()).toList())
                .limit(6)
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<List<String>> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }
}
