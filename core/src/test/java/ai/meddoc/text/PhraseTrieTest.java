package ai.meddoc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class PhraseTrieTest {

    private static final PhraseTrie TRIE =
            PhraseTrie.of(Map.of("white blood cells", 7, "white", 3, "blood sugar", 0, "% bands", 9, "ca 19 9", 4));

    @Test
    void findsTheLongestPhraseWhateverTheCaseAndTheSignsBetween() {
        PhraseTrie.Words words = TRIE.scan("WHITE blood-Cells", 0, 17);
        long match = TRIE.longest(words, 0);

        assertThat(PhraseTrie.phrase(match)).isEqualTo(7);
        assertThat(words.end(PhraseTrie.endWord(match) - 1)).isEqualTo(17);
    }

    @Test
    void fallsBackToAShorterPhrase() {
        PhraseTrie.Words words = TRIE.scan("white blood sugar", 0, 17);

        assertThat(PhraseTrie.phrase(TRIE.longest(words, 0))).isEqualTo(3);
        assertThat(PhraseTrie.phrase(TRIE.longest(words, 1))).isZero();
        assertThat(TRIE.longest(words, 2)).isEqualTo(PhraseTrie.NONE);
    }

    @Test
    void matchesWholeWordsOnly() {
        PhraseTrie.Words words = TRIE.scan("whites", 0, 6);

        assertThat(words.id(0)).isNegative();
    }

    @Test
    void takesPercentAsAWord() {
        PhraseTrie.Words words = TRIE.scan("10% bands", 0, 9);

        assertThat(PhraseTrie.phrase(TRIE.longest(words, 1))).isEqualTo(9);
    }

    @Test
    void findsWordsByOffset() {
        PhraseTrie.Words words = TRIE.scan("CA 19-9: 37", 0, 11);

        assertThat(words.firstFrom(0)).isZero();
        assertThat(words.firstFrom(1)).isEqualTo(1);
        assertThat(words.firstFrom(11)).isEqualTo(words.size());
    }
}
