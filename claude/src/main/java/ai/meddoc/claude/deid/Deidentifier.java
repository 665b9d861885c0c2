package ai.meddoc.claude.deid;

/** Takes out of a text what identifies a person, reversibly. Built once; immutable; thread-safe. */
public final class Deidentifier {

    private final IdentifierFinder finder = IdentifierFinder.load();

    private Deidentifier() {}

    public static Deidentifier load() {
        return new Deidentifier();
    }

    public Disguise disguise(String text) {
        return Disguise.of(text, finder.find(text));
    }

    public IdentifierFinder finder() {
        return finder;
    }
}
