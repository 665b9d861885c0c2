package ai.meddoc.server.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {

    private static final String SPAN = "[{\"start\":%d,\"end\":%d,\"page\":1,\"quote\":\"q\"}]";

    private final Comparison comparison =
            new Comparison(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // from | to | what changed, as change:code(fields)
                "I10 0.9 | I10 0.9 | -",
                "I10 0.9 | I10 0.903 | -",
                "I10 0.9 | I10 0.8 | changed:I10(confidence)",
                "I10 0.9 | E11.9 0.9 | added:E11.9(),removed:I10()",
                "- | I10 0.9 | added:I10()",
                "I10 0.9,E11.9 0.8 | E11.9 0.8,I10 0.9 | -",
            })
    void tellsWhichCodesDiffer(@Nullable String from, @Nullable String to, @Nullable String expected)
            throws JsonProcessingException {
        ComparisonReply reply = compare(results(from, "", ""), results(to, "", ""));
        List<String> changes = new ArrayList<>();
        reply.codes()
                .forEach(change -> changes.add(
                        change.change() + ":" + change.code() + "(" + String.join(" ", change.fields()) + ")"));
        assertThat(String.join(",", changes)).isEqualTo(expected == null ? "" : expected);
        reply.codes()
                .forEach(change ->
                        assertThat(change.from() == null && change.to() == null).isFalse());
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // name value@offset
                "Hgb 9.1@10 | Hgb 9.1@10 | -",
                "Hgb 9.1@10 | Hgb 9.7@10 | changed:Hgb(value)",
                "Hgb 9.1@10 | Hgb 9.1@10,Hgb 8.8@40 | added:Hgb()",
                "Hgb 8.8@40,Hgb 9.1@10 | Hgb 9.1@10 | removed:Hgb()",
                "Hgb 9.1@10 | Hgb 9.1@12 | -",
                "Hgb 9.1@10 | WBC 9.1@10 | added:WBC(),removed:Hgb()",
            })
    void tellsWhichLabValuesDiffer(@Nullable String from, @Nullable String to, @Nullable String expected)
            throws JsonProcessingException {
        ComparisonReply reply = compare(results("", from, ""), results("", to, ""));
        List<String> changes = new ArrayList<>();
        reply.labResults()
                .forEach(change -> changes.add(
                        change.change() + ":" + change.name() + "(" + String.join(" ", change.fields()) + ")"));
        assertThat(String.join(",", changes)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void tellsWhichStatementsAndWhichTypeDiffer() throws JsonProcessingException {
        ComparisonReply reply = compare(results("", "", "one,two"), results("", "", "two,three"));
        assertThat(reply.summary())
                .extracting(change -> change.change() + " " + change.statement().text())
                .containsExactly("added three", "removed one");
        assertThat(reply.sameStatements()).isEqualTo(1);
        assertThat(reply.documentType().changed()).isFalse();
        assertThat(reply.toString()).doesNotContain("three");
    }

    private ComparisonReply compare(String from, String to) throws JsonProcessingException {
        return comparison.of(new AnalysisDetail(run(1), from), new AnalysisDetail(run(2), to));
    }

    private static AnalysisVersion run(int version) {
        return new AnalysisVersion(
                version, version, Instant.EPOCH, "local", "0.1.0", null, "R", "rules", "CT", 0, version == 2);
    }

    private static String results(@Nullable String codes, @Nullable String labs, String statements) {
        return "{\"classification\":{\"document_type\":\"CT\",\"confidence\":0.5,\"rationale\":\"\",\"evidence\":[],"
                + "\"evidence_spans\":[]},\"codes\":{\"codes\":[" + each(codes, ComparisonTest::code)
                + "]},\"lab_results\":[" + each(labs, ComparisonTest::lab) + "],\"summary\":{\"statements\":["
                + each(statements, text -> "{\"text\":\"" + text + "\",\"evidence\":[],\"evidence_spans\":[]}") + "]}}";
    }

    private static String each(@Nullable String list, UnaryOperator<String> item) {
        List<String> items = new ArrayList<>();
        for (String one : list == null || list.isEmpty() ? new String[0] : list.split(",", -1)) {
            items.add(item.apply(one.strip()));
        }
        return String.join(",", items);
    }

    private static String code(String text) {
        String[] parts = text.split(" ", -1);
        return "{\"code\":\"" + parts[0] + "\",\"description\":\"d\",\"confidence\":" + parts[1]
                + ",\"status\":\"reported\",\"first_listed\":false,\"rationale\":\"r\",\"rules\":[],\"evidence\":[],"
                + "\"evidence_spans\":" + SPAN.formatted(1, 2) + "}";
    }

    private static String lab(String text) {
        String[] parts = text.split("[ @]", -1);
        int at = Integer.parseInt(parts[2]);
        return "{\"name\":\"" + parts[0] + "\",\"value\":" + parts[1] + ",\"comparator\":\"\",\"value_text\":\""
                + parts[1] + "\",\"unit\":\"g/dL\",\"flag_source\":\"none\",\"critical\":false,\"evidence\":[],"
                + "\"evidence_spans\":" + SPAN.formatted(at, at + 1) + "}";
    }
}
