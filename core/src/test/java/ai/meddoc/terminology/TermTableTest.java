package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TermTableTest {
    @Test
    void readsPhrasesAbbreviationsAndDoubts() throws IOException {
        List<TermTable.Entry> entries = read("# comment\n\nI10\thigh blood pressure | HTN\nI26.99\tPE? | covid-19\n")
                .entries();
        assertThat(entries)
                .containsExactly(
                        new TermTable.Entry("I10", "high blood pressure", false),
                        new TermTable.Entry("I10", "HTN", false),
                        new TermTable.Entry("I26.99", "PE", true),
                        new TermTable.Entry("I26.99", "covid-19", false));
        assertThat(entries).extracting(TermTable.Entry::isAbbreviation).containsExactly(false, true, true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I10 no tab", "hypertension\tHTN", "I10\tone | | two", "I10\t", "I10\t?"})
    void namesFileAndLine(String line) {
        assertThatThrownBy(() -> read("# first\n" + line))
                .isInstanceOf(ReleaseFormatException.class)
                .hasMessageStartingWith("t.tsv, line 2: ");
    }

    @Test
    void bundledTablesNameOnlyCodesOfTheRelease() {
        assertThat(TermTable.bundled().entries())
                .hasSizeGreaterThan(40_000)
                .allSatisfy(entry -> assertThat(Releases.BUNDLED.indexOf(entry.code()))
                        .as(entry.code() + " " + entry.phrase())
                        .isNotNegative());
    }

    @Test
    void everyBundledTableIsRead() throws IOException {
        try (Stream<Path> files = Files.list(Releases.file("terms"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".tsv")))
                    .containsExactlyInAnyOrderElementsOf(TermTable.files());
        }
    }

    @ParameterizedTest
    @CsvSource({"HTN, true", "T2DM, true", "MIs, true", "covid-19, false", "afib, false", "GI bleed, false", "C, false"
    })
    void abbreviationsAreSingleWordsInCapitals(String phrase, boolean abbreviation) {
        assertThat(new TermTable.Entry("I10", phrase, false).isAbbreviation()).isEqualTo(abbreviation);
    }

    private static TermTable read(String table) throws IOException {
        return TermTable.read(new StringReader(table), "t.tsv");
    }
}
