package ai.meddoc.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** Apache Lucene's English analyzer: tokens, lower case, stop words, stems; what a search index does with a note. */
final class LucenePeer implements Peer {

    private final Analyzer analyzer = new EnglishAnalyzer();

    @Override
    public String name() {
        return "Apache Lucene 10.3.1 EnglishAnalyzer (tokens, stop words, stems)";
    }

    @Override
    public int work(String note) {
        int tokens = 0;
        try (TokenStream stream = analyzer.tokenStream("text", note)) {
            stream.reset();
            while (stream.incrementToken()) {
                tokens++;
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
