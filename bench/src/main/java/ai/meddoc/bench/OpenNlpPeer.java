package ai.meddoc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/** Apache OpenNLP with its English models: sentences, tokens, parts of speech; no terms, no codes. */
final class OpenNlpPeer implements Peer {

    private static final String VERSION = "-1.2-2.5.0.bin";

    private final SentenceDetectorME sentences;
    private final TokenizerME tokens;
    private final POSTaggerME tagger;

    OpenNlpPeer() throws IOException {
        try (InputStream sentence = model("sentence");
                InputStream token = model("tokens");
                InputStream pos = model("pos")) {
            sentences = new SentenceDetectorME(new SentenceModel(sentence));
            tokens = new TokenizerME(new TokenizerModel(token));
            tagger = new POSTaggerME(new POSModel(pos));
        }
    }

    private static InputStream model(String part) {
        return Objects.requireNonNull(
                OpenNlpPeer.class.getResourceAsStream("/opennlp-en-ud-ewt-" + part + VERSION), part);
    }

    @Override
    public String name() {
        return "Apache OpenNLP 2.5.4 (sentences, tokens, parts of speech)";
    }

    @Override
    public int work(String note) {
        int tags = 0;
        for (String sentence : sentences.sentDetect(note)) {
            tags += tagger.tag(tokens.tokenize(sentence)).length;
        }
        return tags;
    }
}
