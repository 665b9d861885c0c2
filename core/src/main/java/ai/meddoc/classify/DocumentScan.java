package ai.meddoc.classify;

import ai.meddoc.classify.CueTable.Definition;
import ai.meddoc.classify.CueTable.Panel;
import ai.meddoc.classify.CueTable.Place;
import ai.meddoc.document.DocumentType;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.PhraseTrie;
import ai.meddoc.text.Span;
import org.jspecify.annotations.Nullable;

/** One pass over a document that counts cues and results. One document, one thread. */
final class DocumentScan {

    private static final double NOTE_SCORE = 3;

    private final CueTable table;
    private final String text;
    private final double[] counts;
    private final @Nullable Span[] spans;
    private final Panels panels;
    private final Places places;
    private int modality = -1;

    DocumentScan(CueTable table, DocumentText document) {
        this.table = table;
        this.text = document.text();
        this.counts = new double[table.size()];
        this.spans = new Span[table.size()];
        this.panels = new Panels(table);
        this.places = new Places(text);
        PhraseTrie.Words words = table.trie().scan(document);
        for (int i = 0; i < words.size(); i++) {
            long match = words.id(i) < 0 ? PhraseTrie.NONE : table.trie().longest(words, i);
            if (match != PhraseTrie.NONE) {
                int last = PhraseTrie.endWord(match) - 1;
                phrase(PhraseTrie.phrase(match), words.start(i), words.end(last));
                i = last;
            }
        }
        features(words.size());
    }

    private void phrase(int phrase, int start, int end) {
        int analyte = table.analyteOf(phrase);
        if (analyte >= 0) {
            boolean row = places.isRowName(start);
            if (row || places.hasNumberAfter(end)) {
                panels.add(analyte, new Span(start, end), row);
            }
        }
        for (int cue : table.cuesOf(phrase)) {
            Definition definition = table.cue(cue);
            if (counts[cue] < definition.cap()
                    && isPlace(definition.place(), start, end)
                    && isModality(cue, start, end)) {
                count(cue, 1, new Span(start, end));
            }
        }
    }

    private boolean isPlace(Place place, int start, int end) {
        return place == Place.ANY
                || place == Place.TITLE && places.isTitle(start, end)
                || place == Place.HEAD && places.isHeading(start, end);
    }

    /** "LUMBAR SPINE CT (MRI contraindicated)": the modality that the title names first is the document's. */
    private boolean isModality(int cue, int start, int end) {
        if (!table.cue(cue).id().startsWith("modality-")) {
            return true;
        }
        if (places.isSpokenOf(start, end)) {
            return false;
        }
        modality = modality < 0 ? cue : modality;
        return modality == cue;
    }

    private void count(int cue, double amount, @Nullable Span span) {
        counts[cue] += amount;
        if (spans[cue] == null) {
            spans[cue] = span;
        }
    }

    private void features(int words) {
        double share = panels.share(words, isNote());
        double cbc = panels.cbc();
        double bmp = panels.bmp();
        Span blood = panels.first(Panel.CBC);
        Span metabolic = panels.first(Panel.BMP);
        count(table.indexOf("cbc-rows"), share * cbc, blood);
        count(table.indexOf("bmp-rows"), share * bmp, metabolic);
        Span other =
                panels.first(Panel.OTHER) != null ? panels.first(Panel.OTHER) : metabolic != null ? metabolic : blood;
        count(table.indexOf("other-lab-rows"), share * (1 - Math.max(cbc, bmp)), other);
        count(table.indexOf("no-cue"), 1, null);
    }

    /** A text that tells a patient's story quotes results; it does not report them. */
    private boolean isNote() {
        return score(DocumentType.CLINICAL_NOTE) >= NOTE_SCORE;
    }

    /** What a cue adds to a type's score. */
    double weight(int cue, DocumentType type) {
        return counts[cue] * table.cue(cue).weights()[type.ordinal()];
    }

    double score(DocumentType type) {
        double score = 0;
        for (int cue = 0; cue < counts.length; cue++) {
            score += weight(cue, type);
        }
        return score;
    }

    @Nullable Span span(int cue) {
        return spans[cue];
    }

    Panels panels() {
        return panels;
    }

    boolean isEmpty() {
        return text.isBlank();
    }
}
