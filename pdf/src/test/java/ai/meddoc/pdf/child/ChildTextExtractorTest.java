package ai.meddoc.pdf.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.extract.ExtractionLimits;
import ai.meddoc.pdf.HostilePdfs;
import ai.meddoc.pdf.PdfTextExtractor;
import ai.meddoc.pdf.Pdfs;
import ai.meddoc.text.DocumentText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real processes, really stopped, killed and starved. */
@Timeout(60)
final class ChildTextExtractorTest {

    private static final ExtractionLimits LIMITS = ExtractionLimits.DEFAULT;

    @Test
    void readsWhatTheParentWouldRead() {
        Document document = pdf("Potassium 6.4 H", "Sodium 134");
        DocumentText here = new PdfTextExtractor().extract(document);
        try (ChildTextExtractor children = new ChildTextExtractor(ChildSettings.DEFAULT, LIMITS)) {
            DocumentText there = children.extract(document);

            assertThat(there.text()).isEqualTo(here.text());
            assertThat(there.pages()).isEqualTo(here.pages());
            assertThat(there.findings()).isEqualTo(here.findings());
            assertThat(there.layout().orElseThrow().left())
                    .isEqualTo(here.layout().orElseThrow().left());
        }
    }

    @Test
    void oneChildReadsManyDocuments() {
        try (ChildTextExtractor children = new ChildTextExtractor(ChildSettings.DEFAULT, LIMITS)) {
            children.warmUp();
            long[] first = children.idlePids();
            for (int i = 0; i < 5; i++) {
                assertThat(children.extract(pdf("Visit " + i)).text()).contains("Visit " + i);
            }

            assertThat(children.idlePids()).hasSize(1).isEqualTo(first);
        }
    }

    @Test
    void aChildIsRenewedAfterItsNumberOfDocuments() {
        try (ChildTextExtractor children = new ChildTextExtractor(new ChildSettings(1, 512, 2), LIMITS)) {
            children.extract(pdf("one"));
            long[] first = children.idlePids();
            children.extract(pdf("two"));

            assertThat(children.extract(pdf("three")).text()).contains("three");
            assertThat(children.idlePids()).hasSize(1).isNotEqualTo(first);
        }
    }

    @Test
    void aRefusalKeepsTheChild() {
        try (ChildTextExtractor children = new ChildTextExtractor(ChildSettings.DEFAULT, LIMITS)) {
            children.warmUp();
            long[] first = children.idlePids();

            assertReason(children, bytes("%PDF-1.7 and nothing else"), Reason.DAMAGED);
            assertThat(children.idlePids()).isEqualTo(first);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aChildThatHangsIsKilledAndReplaced() throws IOException, InterruptedException {
        ExtractionLimits short1 = LIMITS.withTime(Duration.ofSeconds(1));
        try (ChildTextExtractor children = new ChildTextExtractor(ChildSettings.DEFAULT, short1)) {
            children.warmUp();
            long pid = children.idlePids()[0];
            signal("-STOP", pid);

            assertReason(children, pdf("never read"), Reason.LIMIT_EXCEEDED);
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(children.extract(pdf("the next")).text()).contains("the next");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aChildThatDiedWhileWaitingIsNotAsked() throws IOException, InterruptedException {
        try (ChildTextExtractor children = new ChildTextExtractor(ChildSettings.DEFAULT, LIMITS)) {
            children.warmUp();
            long pid = children.idlePids()[0];
            signal("-KILL", pid);
            ProcessHandle.of(pid).ifPresent(gone -> gone.onExit().join());

            assertThat(children.extract(pdf("still read")).text()).contains("still read");
        }
    }

    @Test
    void memoryEndsWithTheChild() {
        String[] lines = IntStream.range(0, 60_000)
                .mapToObj(i -> "Line " + i + " of a very long report about nothing in particular")
                .toArray(String[]::new);
        Document large = new Document("", Pdfs.page(Pdfs.lines(lines)).bytes());
        try (ChildTextExtractor children = new ChildTextExtractor(new ChildSettings(1, 128, 10), LIMITS)) {
            assertReason(children, large, Reason.LIMIT_EXCEEDED);
            assertThat(children.extract(pdf("the next")).text()).contains("the next");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatSpinsEndsWithItsProcessorTime() {
        ChildSettings two = ChildSettings.DEFAULT.withProcessorTime(Duration.ofSeconds(2));
        try (ChildTextExtractor children = new ChildTextExtractor(two, LIMITS.withTime(Duration.ofSeconds(50)))) {
            assertThatThrownBy(() -> children.extract(new Document("", HostilePdfs.sameCostlyPage(400))))
                    .isInstanceOf(DocumentException.class)
                    .hasMessage("Reading the document took more than 2 s of processor time, the limit.");
            assertThat(children.lost()).isOne();
            assertThat(children.extract(pdf("the next")).text()).contains("the next");
        }
    }

    @Test
    void eachDocumentHasItsOwnProcessorTime() {
        ChildSettings two = ChildSettings.DEFAULT.withProcessorTime(Duration.ofSeconds(2));
        Document costly = new Document("", HostilePdfs.sameCostlyPage(2));
        try (ChildTextExtractor children = new ChildTextExtractor(two, LIMITS)) {
            children.warmUp();
            long[] first = children.idlePids();
            Duration used = Duration.ZERO;
            for (int i = 0; used.toSeconds() < 4; i++) {
                assertThat(i).isLessThan(200);
                children.extract(costly);
                assertThat(children.idlePids()).isEqualTo(first);
                used = ProcessHandle.of(first[0])
                        .flatMap(child -> child.info().totalCpuDuration())
                        .orElseThrow();
            }
        }
    }

    @Test
    void aChildThatGaveUpAtItsTimeIsNotAskedAgain() {
        try (ChildTextExtractor children =
                new ChildTextExtractor(ChildSettings.DEFAULT, LIMITS.withTime(Duration.ofSeconds(1)))) {
            children.warmUp();
            long pid = children.idlePids()[0];

            assertReason(children, new Document("", HostilePdfs.sameCostlyPage(400)), Reason.LIMIT_EXCEEDED);
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(children.idlePids()).isEmpty();
        }
    }

    @Test
    void severalAtOnceShareTheChildren() throws Exception {
        try (ChildTextExtractor children = new ChildTextExtractor(new ChildSettings(2, 512, 100), LIMITS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tasks = IntStream.range(0, 24)
                    .<Callable<String>>mapToObj(i -> () ->
                            children.extract(pdf("Visit number " + i + ".")).text())
                    .toList();
            List<Future<String>> texts = threads.invokeAll(tasks);

            for (int i = 0; i < texts.size(); i++) {
                assertThat(texts.get(i).get()).contains("Visit number " + i + ".");
            }
            assertThat(children.idlePids()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void whatIsTooLargeIsNotSent() {
        try (ChildTextExtractor children = new ChildTextExtractor(ChildSettings.DEFAULT, LIMITS.withBytes(100))) {
            assertReason(children, pdf("more than a hundred bytes"), Reason.TOO_LARGE);
            assertThat(children.idlePids()).isEmpty();
        }
    }

    private static void assertReason(ChildTextExtractor children, Document document, Reason reason) {
        assertThatThrownBy(() -> children.extract(document))
                .asInstanceOf(type(DocumentException.class))
                .extracting(DocumentException::reason)
                .isEqualTo(reason);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, String.valueOf(pid)).start().waitFor())
                .isZero();
    }

    private static Document pdf(String... lines) {
        return new Document("", Pdfs.page(Pdfs.lines(lines)).bytes());
    }

    private static Document bytes(String content) {
        return new Document("", content.getBytes(StandardCharsets.US_ASCII));
    }
}
