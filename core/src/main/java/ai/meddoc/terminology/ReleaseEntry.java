package ai.meddoc.terminology;

import java.util.List;

/**
 * One code, block or chapter on its way from an importer into an image.
 *
 * @param code with its dot; the range of a block or chapter
 * @param title its own; that of the code below it when {@code seventh} is not empty
 * @param seventh the meaning of the 7th character that was appended, or empty
 * @param billable false for blocks and chapters
 * @param group the index of the block of a category, or of the block or chapter around a block; -1 for none
 */
record ReleaseEntry(
        String code,
        String title,
        String seventh,
        boolean billable,
        int group,
        List<CodeNote> notes,
        List<String> indexTerms) {

    ReleaseEntry {
        notes = List.copyOf(notes);
        indexTerms = List.copyOf(indexTerms);
    }

    ReleaseEntry withIndexTerms(List<String> terms) {
        return new ReleaseEntry(code, title, seventh, billable, group, notes, terms);
    }

    ReleaseEntry withNotes(List<CodeNote> newNotes) {
        return new ReleaseEntry(code, title, seventh, billable, group, newNotes, indexTerms);
    }

    String fullTitle() {
        return seventh.isEmpty() ? title : title + ", " + seventh;
    }
}
