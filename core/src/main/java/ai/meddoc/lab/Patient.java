package ai.meddoc.lab;

import org.jspecify.annotations.Nullable;

/** What ranges depend on. The text is searched for it once, and only when a range needs it. One document, one thread. */
final class Patient {

    private final String text;
    private @Nullable Sex sex;

    Patient(String text) {
        this.text = text;
    }

    Sex sex() {
        Sex known = sex;
        if (known == null) {
            known = Sex.of(text);
            sex = known;
        }
        return known;
    }
}
