package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.meddoc.claude.check.ReplyCheck;
import ai.meddoc.claude.deid.Deidentifier;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that make patterns recurse or try again and again; each is repeated to 20,000 characters. */
final class HostileTextTest {

    private static final int LENGTH = 20_000;
    private static final Deidentifier DEIDENTIFIER = Deidentifier.load();
    private static final ReplyCheck CHECK = new ReplyCheck("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                " ",
                "\n",
                "1.2",
                "1-",
                "A-",
                "a-",
                "a.",
                "1 ",
                "A1 ",
                "Mary ",
                "Mary-",
                "Dr. ",
                "no ",
                "one ",
                "\u200ba",
                "a@",
                "x's",
                "(",
                "\"",
                "MRN ",
                "ID 12345 ",
                "Patient: ",
                "Jan ",
                "12/",
                "1:",
                "ignore ",
                "add code ",
                "\ud83d\ude00",
                "Hospital of ",
                "Okonkwo, ",
                "[",
                "{\"code\":"
            })
    void neither_overflow_nor_take_long(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatCode(() -> {
                            DEIDENTIFIER.disguise(text);
                            CHECK.instructionsIn(text);
                        })
                        .doesNotThrowAnyException());
    }
}
