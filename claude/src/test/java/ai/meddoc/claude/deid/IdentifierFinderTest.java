package ai.meddoc.claude.deid;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifierFinderTest {

    private static final IdentifierFinder FINDER = IdentifierFinder.load();
    private static final Path GOLD = Path.of("..", "evals", "datasets", "deid_v1.json");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAME | Seen by Dr. Okonkwo today | Okonkwo",
                "NAME | Patient: Smith-Jones, Mary Ann  Age 44 | Smith-Jones, Mary Ann",
                "NAME | her daughter Xiomara drove | Xiomara",
                "DATE | admitted on 02/11/2026 with | 02/11/2026",
                "DATE | since March 3rd, 2025 | March 3rd, 2025",
                "AGE_OVER_89 | a 92-year-old man | 92",
                "PHONE | call (415) 555-0123 for | (415) 555-0123",
                "FAX | Fax: 415-555-0124 | 415-555-0124",
                "EMAIL | mail a.b@c.example now | a.b@c.example",
                "SSN | SSN 123-45-6789 | 123-45-6789",
                "MRN | MRN: 0048-1927 | 0048-1927",
                "HEALTH_PLAN | Member ID: XQF881203 | XQF881203",
                "ACCOUNT | Acct # 77-20419 | 77-20419",
                "LICENSE | DEA BT1234563 | BT1234563",
                "VEHICLE | VIN 1HGCM82633A004352 | VIN 1HGCM82633A004352",
                "DEVICE | serial number PM-882910 | PM-882910",
                "URL | see https://a.example/x?y=1 | https://a.example/x?y=1",
                "IP | from 192.0.2.14 at | 192.0.2.14",
                "BIOMETRIC | fingerprint ID FP-88213 | FP-88213",
                "PHOTO_REF | photo img_2044.jpg | img_2044.jpg",
                "LOCATION | lives at 12 Harbor Lane, Quincy, MA 02169. | 12 Harbor Lane",
                "OTHER_ID | Accession H26-004417 | H26-004417"
            })
    void finds_each_kind(String kind, String sentence, String expected) {
        int at = sentence.indexOf(expected);
        Span gold = new Span(at, at + expected.length());
        assertThat(FINDER.find(sentence))
                .as(kind)
                .anySatisfy(found -> assertThat(found.span().cover(gold)).isEqualTo(found.span()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Continue metformin 1000 mg twice daily.",
                "Strength 5/5 in all extremities. Blood pressure 128/76.",
                "Crohn disease and Graves disease; Murphy sign negative.",
                "Hemoglobin 13.2 g/dL (12.0-15.5) and WBC 6.4.",
                "A 64-year-old man with type 2 diabetes."
            })
    void leaves_medicine_alone(String sentence) {
        assertThat(FINDER.find(sentence)).isEmpty();
    }

    @Test
    void keeps_its_figures_on_the_labelled_documents() throws IOException {
        List<DeidReport.Item> items = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(GOLD.toFile())) {
            String text = node.path("text").asText();
            List<Identifier> gold = new ArrayList<>();
            for (JsonNode i : node.path("identifiers")) {
                Span span = new Span(i.path("start").asInt(), i.path("end").asInt());
                assertThat(span.of(text)).isEqualTo(i.path("quote").asText());
                gold.add(new Identifier(IdentifierKind.valueOf(i.path("kind").asText()), span, true));
            }
            items.add(new DeidReport.Item(node.path("id").asText(), text, gold, FINDER.find(text)));
        }
        DeidReport report = DeidReport.of(items);
        System.out.printf(
                "De-identification of %d documents, %d identifiers: recall %.3f, precision %.3f; characters: recall %.3f,"
                        + " precision %.3f%n%s%n",
                report.documents(),
                report.identifiers(),
                report.recall(),
                report.precision(),
                report.characterRecall(),
                report.characterPrecision(),
                new TreeMap<>(report.recallByKind()));
        assertThat(report.recall()).isGreaterThan(0.985);
        assertThat(report.characterRecall()).isGreaterThan(0.99);
        assertThat(report.precision()).isGreaterThan(0.98);
    }
}
