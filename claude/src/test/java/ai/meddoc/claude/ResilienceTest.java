package ai.meddoc.claude;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.claude.ClaudeAnswer.Source;
import ai.meddoc.claude.call.ApiKey;
import ai.meddoc.claude.call.CallLimits;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.document.DocumentType;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.text.DocumentText;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResilienceTest {

    private static final String NOTE = "ASSESSMENT:\n1. Hypertension. Continue lisinopril 20 mg daily.\n";
    private static final CallLimits PATIENT = TestSettings.quick().within(Duration.ofSeconds(50));
    private static final Policy ON = new Policy(Policy.Mode.ON, Set.of());

    private final LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply);

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        server.close();
    }

    private static ClaudeAnswer ask(ClaudeEngine engine) {
        return engine.answer(ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(NOTE)), "t", "d"));
    }

    @Test
    void tries_again_after_the_time_the_server_asks_for() {
        server.answers(aResponse().withStatus(529).withHeader("retry-after", "1"));
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, ON, ApiKey.of("k")));
        try (ExecutorService later = Executors.newSingleThreadExecutor()) {
            later.submit(() -> {
                Thread.sleep(500);
                server.answers(aResponse().withTransformers("script"));
                return null;
            });
            long start = System.nanoTime();
            assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    @Test
    void takes_the_new_key_in_the_middle_of_a_run() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "old\n");
        server.server().resetMappings();
        server.server()
                .stubFor(post(urlPathEqualTo(LoopbackClaude.MESSAGES))
                        .willReturn(aResponse().withStatus(401)));
        server.server()
                .stubFor(post(urlPathEqualTo(LoopbackClaude.MESSAGES))
                        .withHeader("Authorization", equalTo("Bearer new"))
                        .willReturn(aResponse().withTransformers("script")));
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, ON, ApiKey.inFile(file)));
        assertThat(ask(engine).source()).isEqualTo(Source.UNAVAILABLE);
        Files.writeString(file, "new\n");
        ClaudeAnswer answer = ask(engine);
        assertThat(answer.source()).as(answer.analysis().findings().toString()).isEqualTo(Source.CLAUDE);
        Files.delete(file);
        assertThat(ask(engine).source()).isEqualTo(Source.UNAVAILABLE);
    }

    @Test
    void takes_a_key_that_changes_during_the_call() {
        String[] keys = {"old", "new"};
        int[] reads = {0};
        server.server()
                .stubFor(post(urlPathEqualTo(LoopbackClaude.MESSAGES))
                        .withHeader("Authorization", equalTo("Bearer old"))
                        .willReturn(aResponse().withStatus(401)));
        ApiKey rotating = ApiKey.from(() -> keys[Math.min(reads[0]++, 1)]);
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, ON, rotating));
        assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE);
    }

    @Test
    void stops_asking_a_server_in_trouble_and_starts_again() throws Exception {
        CallLimits limits =
                new CallLimits(Duration.ofSeconds(4), 1, Duration.ofMillis(1), 4, 3, Duration.ofMillis(600));
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), limits, ON, ApiKey.of("k")));
        server.answers(aResponse().withStatus(500));
        for (int i = 0; i < 10; i++) {
            assertThat(ask(engine).source()).isEqualTo(Source.UNAVAILABLE);
        }
        assertThat(server.calls()).isEqualTo(3);
        assertThat(engine.parkedUntil()).isAfter(Instant.now());
        server.answers(aResponse().withTransformers("script"));
        Thread.sleep(700);
        assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE);
        assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE);
    }

    @Test
    void parks_on_a_spend_limit_and_says_until_when() {
        server.answers(aResponse().withStatus(429).withBody("{\"error\":{\"message\":\"spend limit reached\"}}"));
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, ON, ApiKey.of("k")));
        ClaudeAnswer first = ask(engine);
        ClaudeAnswer second = ask(engine);
        assertThat(server.calls()).isEqualTo(1);
        assertThat(first.retryAt()).isAfter(Instant.now().plusSeconds(600));
        assertThat(second.analysis().provenance().engine()).isEqualTo("local (claude unavailable)");
    }

    @Test
    void lets_no_more_calls_through_than_agreed() throws Exception {
        CallLimits limits =
                new CallLimits(Duration.ofSeconds(50), 1, Duration.ofMillis(1), 2, 5, Duration.ofSeconds(30));
        server.answers(
                okJson(LoopbackClaude.envelope("{\"codes\": []}", "end_turn")).withFixedDelay(150));
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), limits, ON, ApiKey.of("k")));
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Future<?>[] all = new Future<?>[8];
            for (int i = 0; i < all.length; i++) {
                all[i] = threads.submit(() -> assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(4 * 150 - 20));
    }

    @Test
    void asks_plainly_once_a_model_refused_the_settings() throws Exception {
        server.answers(aResponse().withStatus(400));
        server.server()
                .stubFor(post(urlPathEqualTo(LoopbackClaude.MESSAGES))
                        .withRequestBody(
                                com.github.tomakehurst.wiremock.client.WireMock.notMatching(".*\"thinking\".*"))
                        .willReturn(aResponse().withTransformers("script")));
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, ON, ApiKey.of("k")));
        assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE);
        assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE);
        assertThat(server.calls()).isEqualTo(3);
    }

    @Test
    void sends_nothing_that_may_not_leave_or_is_too_dear() {
        Policy types = new Policy(Policy.Mode.ON, Set.of(DocumentType.CLINICAL_NOTE));
        ClaudeEngine keeping = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, types, ApiKey.of("k")));
        ClaudeAnswer kept = keeping.answer(ClaudeRequest.of(
                AnalysisRequest.of(DocumentText.of(NOTE)).withTypeHint(DocumentType.CLINICAL_NOTE), "t", "d"));
        assertThat(kept.source()).isEqualTo(Source.KEPT_HERE);
        Policy unsure = new Policy(Policy.Mode.REFUSE_IF_UNSURE, Set.of());
        ClaudeEngine careful = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, unsure, ApiKey.of("k")));
        ClaudeAnswer doubted = careful.answer(
                ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(NOTE + "Seen 883421907 today.\n")), "t", "d"));
        assertThat(doubted.source()).isEqualTo(Source.KEPT_HERE);
        ClaudeEngine poor = TestSettings.engine(ClaudeSettingsReader.read(name -> switch (name) {
            case "ANTHROPIC_API_KEY" -> "k";
            case "ANTHROPIC_BASE_URL" -> server.uri().toString();
            case "CLAUDE_BUDGET_PER_DAY" -> "0.001";
            default -> null;
        }));
        assertThat(ask(poor).source()).isEqualTo(Source.UNAVAILABLE);
        assertThat(server.calls()).isZero();
    }

    @Test
    void counts_before_it_gives_a_document_up_for_its_price() {
        ClaudeEngine engine = TestSettings.engine(ClaudeSettingsReader.read(name -> switch (name) {
            case "ANTHROPIC_API_KEY" -> "k";
            case "ANTHROPIC_BASE_URL" -> server.uri().toString();
            case "CLAUDE_BUDGET_PER_DOCUMENT" -> "0.045";
            default -> null;
        }));
        assertThat(ask(engine).source()).isEqualTo(Source.CLAUDE);
        server.server()
                .verify(com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(
                        urlPathEqualTo("/v1/messages/count_tokens")));
    }

    @Test
    void stops_repeating_when_lost_answers_have_used_the_budget_up() {
        server.answers(aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE));
        ClaudeEngine engine = TestSettings.engine(ClaudeSettingsReader.read(name -> switch (name) {
            case "ANTHROPIC_API_KEY" -> "k";
            case "ANTHROPIC_BASE_URL" -> server.uri().toString();
            case "CLAUDE_BUDGET_PER_DOCUMENT" -> "0.08";
            default -> null;
        }));
        ClaudeAnswer answer = ask(engine);
        assertThat(answer.source()).isEqualTo(Source.UNAVAILABLE);
        assertThat(server.calls()).isEqualTo(1);
        assertThat(answer.costs()).singleElement().satisfies(cost -> {
            assertThat(cost.estimated()).isTrue();
            assertThat(cost.microDollars()).isBetween(41_000L, 80_000L);
        });
        assertThat(answer.retryAt()).isNull();
    }

    @Test
    void counts_nothing_for_a_server_that_was_never_reached() {
        ClaudeSettings settings = TestSettings.at(server.uri());
        server.close();
        ClaudeAnswer answer = ask(TestSettings.engine(settings));
        assertThat(answer.source()).isEqualTo(Source.UNAVAILABLE);
        assertThat(answer.costs()).isEmpty();
    }

    @Test
    void asks_again_tomorrow_when_the_days_budget_is_spent() {
        ClaudeEngine engine = TestSettings.engine(ClaudeSettingsReader.read(name -> switch (name) {
            case "ANTHROPIC_API_KEY" -> "k";
            case "ANTHROPIC_BASE_URL" -> server.uri().toString();
            case "CLAUDE_BUDGET_PER_DAY" -> "0.10";
            default -> null;
        }));
        Instant now = Instant.now();
        java.time.LocalDate today = java.time.LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
        engine.ledger().spentBefore("t", today, 99_000_000L);
        ClaudeAnswer answer = ask(engine);
        assertThat(answer.source()).isEqualTo(Source.UNAVAILABLE);
        assertThat(server.calls()).isZero();
        assertThat(answer.retryAt())
                .isEqualTo(
                        today.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
    }

    @Test
    void goes_through_a_proxy() {
        ClaudeSettings direct = TestSettings.at(URI.create("http://claude.invalid:1"));
        ClaudeSettings proxied = new ClaudeSettings(
                true,
                direct.backend(),
                direct.apiKey(),
                direct.model(),
                direct.baseUrl(),
                server.uri(),
                300,
                direct.limits(),
                direct.budget(),
                direct.policy(),
                false);
        server.server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.any(
                                com.github.tomakehurst.wiremock.client.WireMock.anyUrl())
                        .willReturn(okJson(LoopbackClaude.envelope("{\"codes\": []}", "end_turn"))));
        assertThat(ask(TestSettings.engine(proxied)).source()).isEqualTo(Source.CLAUDE);
    }

    @Test
    void reads_a_long_document_in_overlapping_stretches() {
        String filler = "The patient was examined and the examination was without findings of note today.\n";
        String text = "ASSESSMENT:\n1. Hypertension. Continue lisinopril.\n\n" + filler.repeat(1200)
                + "\nASSESSMENT:\n1. Gout. Continue allopurinol 100 mg daily.\n";
        ClaudeEngine engine = TestSettings.engine(TestSettings.at(server.uri(), PATIENT, ON, ApiKey.of("k")));
        ClaudeAnswer answer = engine.answer(ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(text)), "t", "long"));
        assertThat(answer.source()).isEqualTo(Source.CLAUDE);
        assertThat(server.calls()).isGreaterThan(1).isEqualTo(answer.costs().size());
        assertThat(answer.analysis().coding().assignments())
                .extracting(a -> a.code().code())
                .contains("I10", "M10.9");
        answer.analysis()
                .coding()
                .assignments()
                .forEach(a -> a.evidence()
                        .forEach(e -> assertThat(e.quote())
                                .isEqualTo(text.substring(
                                        e.span().start(), e.span().end()))));
    }
}
