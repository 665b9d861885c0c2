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
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifierFinderTest {

    private static final IdentifierFinder FINDER = IdentifierFinder.load();
    private static final Path GOLD = Path.of("..", "evals", "datasets", "deid_v1.json");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
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
                "OTHER_ID | Accession H26-004417 | H26-004417",
                "NAME | in the evening apprentice Robin called | Robin",
                "NAME | Mr. Cobbles was seen | Cobbles",
                "NAME | seen by Mr. Dirk van den Akker today | Dirk van den Akker",
                "NAME | 09:12 Delphine: pt is npo | Delphine",
                "NAME | <author>Quimby, R.</author> | Quimby, R",
                "NAME | PID|1||5512||LUNDQVIST^BRITTA^A||19600102|F | LUNDQVIST^BRITTA",
                "PHONE | bleep 3316 please | 3316",
                "DATE | am 7. Oktober 2025 entlassen | 7. Oktober 2025",
                "DATE | nacido el 9 de junio de 1960 | 9 de junio de 1960",
                "DATE | comes back on the 21st. | the 21st",
                "LOCATION | he worked at Copper Kettle Foods until 2010 | Copper Kettle Foods",
                "LOCATION | wohnt Lindenstraße 8 | Lindenstraße 8",
                "NAME | Overnight Zbrozhek refused the scan. | Zbrozhek",
                "NAME | she lives with her doula Juniper and a cat | Juniper",
                "NAME | Faith Winters says she slept. | Faith Winters",
                "NAME | seen with Colleen Van Tassel today | Colleen Van Tassel",
                "NAME | Taken by jb | jb",
                "LOCATION | PINE HOLLOW IMAGING | PINE HOLLOW IMAGING",
                "LOCATION | he is night guard at Golden Rooster Poultry now | Golden Rooster Poultry",
                "LOCATION | Ravensmoor Community Mental Health Team | Ravensmoor Community Mental Health Team",
                "DATE | no better since Memorial Day. | Memorial Day",
                "DATE | on Wednesday the 3rd of September she | Wednesday the 3rd of September",
                "DATE | implanted Oct '21 by | Oct '21",
                "DATE | seen 25/VI/2025 in clinic | 25/VI/2025",
                "NAME | {\"family\":\"Szymborska\",\"given\":[\"Wanda\",\"Lu\"]} | Szymborska",
                "OTHER_ID | Lockbox code 4417. Homebound | 4417",
                "OTHER_ID | mtg ID 884 4170 2291, alone | 884 4170 2291"
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
                "A 64-year-old man with type 2 diabetes.",
                "Hashimoto's thyroiditis and Baker's cyst, denies melena.",
                "Her sister has asthma; the nurse gave albuterol.",
                "Mallampati II, Norton 12, Fitzpatrick III. Kegels twice daily.",
                "Coll 0740, Rcvd 1122. Fluoro 12.4 min. HBsAg neg, BiPAP at night.",
                "Resumed Epclusa, Skyrizi and Entresto; Secukinumab was stopped.",
                "Anicteric. Hepatobiliary scan: nonobstructed. Doesn't smoke.",
                "Braxton Hicks contractions and Charles Bonnet hallucinations.",
                "Apgars 8/9. Hip exam: Barlow and Ortolani neg. Lot 8821A."
            })
    void leaves_medicine_alone(String sentence) {
        assertThat(FINDER.find(sentence)).isEmpty();
    }

    @Test
    void keeps_its_figures_on_the_labelled_documents() throws IOException {
        List<DeidReport.Item> all = labelled();
        DeidReport usual = report("usual", all, id -> id.compareTo("deid-c-") < 0);
        assertThat(usual.recall()).isGreaterThan(0.988);
        assertThat(usual.characterRecall()).isGreaterThan(0.99);
        assertThat(usual.precision()).isGreaterThan(0.985);
        DeidReport unusual = report("of unusual style", all, id -> id.startsWith("deid-c-"));
        assertThat(unusual.recall()).isGreaterThan(0.965);
        assertThat(unusual.precision()).isGreaterThan(0.965);
        DeidReport other = report("of other styles", all, id -> id.compareTo("deid-e-") > 0);
        assertThat(other.recall()).isGreaterThan(0.94);
        assertThat(other.precision()).isGreaterThan(0.965);
        report("in all", all, id -> true);
    }

    private static List<DeidReport.Item> labelled() throws IOException {
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
        return items;
    }

    private static DeidReport report(String which, List<DeidReport.Item> items, Predicate<String> ids) {
        DeidReport report =
                DeidReport.of(items.stream().filter(item -> ids.test(item.id())).toList());
        System.out.printf(
                "De-identification, documents %s: %d, %d identifiers: recall %.3f, precision %.3f; characters: recall"
                        + " %.3f, precision %.3f%n%s%n",
                which,
                report.documents(),
                report.identifiers(),
                report.recall(),
                report.precision(),
                report.characterRecall(),
                report.characterPrecision(),
                new TreeMap<>(report.recallByKind()));
        return report;
    }
}
