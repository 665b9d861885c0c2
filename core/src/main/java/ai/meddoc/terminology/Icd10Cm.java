package ai.meddoc.terminology;

import ai.meddoc.terminology.ReleaseImage.NoteColumn;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One ICD-10-CM release. Immutable and thread-safe. Codes are given with or without the dot, in any case.
 *
 * <p>For hot paths every code also has a number, 0 to {@link #size()} exclusive, in the order of the codes without
 * their dots, so that the descendants of a code follow it directly: they are {@code i + 1} to {@link #subtreeEnd},
 * exclusive. Methods that take such a number throw {@link IndexOutOfBoundsException} for any other.
 */
public final class Icd10Cm {
    private final ReleaseImage image;
    private final int[] parents;
    private final int[] ends;
    /** Codes and titles as they are asked for; two threads may make the same one, which does no harm. */
    private final @Nullable String[] codes;

    private final @Nullable String[] titles;
    /** Lists of named codes by string number; the same list stands under many notes. */
    private final ConcurrentHashMap<Integer, List<String>> namedCodes = new ConcurrentHashMap<>();

    Icd10Cm(ReleaseImage image) {
        this.image = image;
        parents = new int[image.keys.length];
        ends = new int[image.keys.length];
        codes = new String[image.keys.length];
        titles = new String[image.keys.length];
        link();
    }

    /**
     * Reads an image that {@link TerminologyImporter} wrote.
     *
     * @throws IllegalArgumentException when the image is of another format
     */
    public static Icd10Cm read(InputStream stream) throws IOException {
        return new Icd10Cm(ReleaseImage.read(stream));
    }

    private void link() {
        int[] open = new int[CodeKey.LONGEST + 1];
        int depth = 0;
        for (int i = 0; i < parents.length; i++) {
            while (depth > 0 && !CodeKey.startsWith(image.keys[i], image.keys[open[depth - 1]])) {
                ends[open[--depth]] = i;
            }
            parents[i] = depth == 0 ? -1 : open[depth - 1];
            open[depth++] = i;
        }
        while (depth > 0) {
            ends[open[--depth]] = parents.length;
        }
    }

    /** Such as {@code FY2026-2026-04-01}: the fiscal year, which begins on 1 October, and the first day in force. */
    public String release() {
        LocalDate from = effectiveFrom();
        int fiscalYear = from.getMonthValue() >= 10 ? from.getYear() + 1 : from.getYear();
        return "FY" + fiscalYear + "-" + from;
    }

    /** The first date of service that the release is for. */
    public LocalDate effectiveFrom() {
        return image.from;
    }

    public Optional<Icd10CmCode> find(String code) {
        int index = indexOf(code);
        return index < 0 ? Optional.empty() : Optional.of(at(index));
    }

    public boolean isBillable(String code) {
        int index = indexOf(code);
        return index >= 0 && image.billable[index];
    }

    /** The node one level up, empty for a category. */
    public Optional<Icd10CmCode> parent(String code) {
        int index = indexOf(code);
        return index < 0 || parents[index] < 0 ? Optional.empty() : Optional.of(at(parents[index]));
    }

    /** The nodes one level down, in order; empty for a billable code. */
    public List<Icd10CmCode> children(String code) {
        List<Icd10CmCode> children = new ArrayList<>();
        int index = indexOf(code);
        for (int i = index < 0 ? -1 : firstChild(index); i >= 0; i = nextSibling(i)) {
            children.add(at(i));
        }
        return List.copyOf(children);
    }

    /**
     * The code's own notes and those of its ancestors, nearest first; chapter and block notes included. Of 7th
     * characters only the nearest definition is in force.
     */
    public List<CodeNote> notesInForce(String code) {
        List<CodeNote> notes = new ArrayList<>();
        int index = indexOf(code);
        int category = index;
        boolean seventh = false;
        for (int i = index; i >= 0; i = parents[i]) {
            seventh |= addNotes(image.codeNotes, i, seventh, notes);
            category = i;
        }
        for (int g = category < 0 ? -1 : image.groupOfCode[category]; g >= 0; g = image.groupParents[g]) {
            addNotes(image.groupNotes, g, seventh, notes);
        }
        return List.copyOf(notes);
    }

    private boolean addNotes(NoteColumn column, int entry, boolean withoutSeventh, List<CodeNote> into) {
        boolean seventh = false;
        for (int n = column.start()[entry]; n < column.start()[entry + 1]; n++) {
            CodeNote note = note(column, n);
            boolean isSeventh = note.kind() == CodeNote.Kind.SEVENTH_CHARACTER;
            seventh |= isSeventh;
            if (!isSeventh || !withoutSeventh) {
                into.add(note);
            }
        }
        return seventh;
    }

    /** Category, block and chapter included, from the chapter down to the code itself, as titles with their codes. */
    public List<Icd10CmCode> path(String code) {
        List<Icd10CmCode> path = new ArrayList<>();
        int category = -1;
        for (int i = indexOf(code); i >= 0; i = parents[i]) {
            path.add(at(i));
            category = i;
        }
        for (int g = category < 0 ? -1 : image.groupOfCode[category]; g >= 0; g = image.groupParents[g]) {
            List<CodeNote> notes = new ArrayList<>();
            addNotes(image.groupNotes, g, false, notes);
            path.add(new Icd10CmCode(
                    image.string(image.groupCodes[g]), image.string(image.groupTitles[g]), false, notes));
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /** How many codes there are, categories and subcategories included. */
    public int size() {
        return image.keys.length;
    }

    /** The number of a code, or -1. Allocates nothing. */
    public int indexOf(CharSequence code) {
        long key = CodeKey.of(code);
        int index = key == CodeKey.NONE ? -1 : Arrays.binarySearch(image.keys, key);
        return Math.max(index, -1);
    }

    /** With its dot. */
    public String codeAt(int index) {
        String code = codes[index];
        if (code == null) {
            code = CodeKey.format(image.keys[index]);
            codes[index] = code;
        }
        return code;
    }

    /** The full title. */
    public String titleAt(int index) {
        String title = titles[index];
        if (title == null) {
            title = readTitle(index);
            titles[index] = title;
        }
        return title;
    }

    private String readTitle(int index) {
        String title = image.string(image.titles[index]);
        int seventh = image.sevenths[index];
        return image.isEmptyString(seventh) ? title : title + ", " + image.string(seventh);
    }

    public boolean billableAt(int index) {
        return image.billable[index];
    }

    /** Whether the code is made of the one above it by a 7th character (and placeholders X). */
    public boolean isSeventhCharacterAt(int index) {
        return !image.isEmptyString(image.sevenths[index]);
    }

    /** What the 7th character means, empty for a code that is not made by one. */
    String seventhAt(int index) {
        return image.string(image.sevenths[index]);
    }

    long keyAt(int index) {
        return image.keys[index];
    }

    /** The number of the first code from a key on. */
    int ceiling(long key) {
        int found = Arrays.binarySearch(image.keys, key);
        return found < 0 ? -found - 1 : found;
    }

    /** The number of the code one level up, -1 for a category. */
    public int parentAt(int index) {
        return parents[index];
    }

    /** -1 when there is none. */
    public int firstChild(int index) {
        return ends[index] > index + 1 ? index + 1 : -1;
    }

    /** The next code below the same parent, -1 after the last; of a category the next category. */
    public int nextSibling(int index) {
        int next = ends[index];
        return next < parents.length && parents[next] == parents[index] ? next : -1;
    }

    public int childCount(int index) {
        int count = 0;
        for (int i = firstChild(index); i >= 0; i = nextSibling(i)) {
            count++;
        }
        return count;
    }

    /** One past the last descendant; {@code index + 1} when there is none. */
    public int subtreeEnd(int index) {
        return ends[index];
    }

    /** The notes that stand at the code itself. */
    public List<CodeNote> notesAt(int index) {
        NoteColumn column = image.codeNotes;
        List<CodeNote> notes = new ArrayList<>(column.start()[index + 1] - column.start()[index]);
        addNotes(column, index, false, notes);
        return List.copyOf(notes);
    }

    /** The inclusion terms that stand at the code itself, without the work of reading its other notes. */
    public List<String> inclusionTermsAt(int index) {
        NoteColumn column = image.codeNotes;
        List<String> terms = new ArrayList<>();
        for (int n = column.start()[index]; n < column.start()[index + 1]; n++) {
            if (column.kinds()[n] == CodeNote.Kind.INCLUSION_TERM.ordinal()) {
                terms.add(image.string(column.texts()[n]));
            }
        }
        return List.copyOf(terms);
    }

    /** The entries of the official Alphabetic Index that lead to the code; empty when the release came without one. */
    public List<String> indexTermsAt(int index) {
        List<String> terms = new ArrayList<>();
        for (int i = image.indexTermStart[index]; i < image.indexTermStart[index + 1]; i++) {
            terms.add(image.string(image.indexTerms[i]));
        }
        return List.copyOf(terms);
    }

    /** Everything about one code. */
    public Icd10CmCode at(int index) {
        return new Icd10CmCode(codeAt(index), titleAt(index), image.billable[index], notesAt(index));
    }

    private CodeNote note(NoteColumn column, int n) {
        return new CodeNote(
                CodeNote.KINDS.get(column.kinds()[n]), image.string(column.texts()[n]), named(column.codes()[n]));
    }

    private List<String> named(int string) {
        if (image.isEmptyString(string)) {
            return List.of();
        }
        return namedCodes.computeIfAbsent(string, id -> List.of(image.string(id).split(" ")));
    }

    @Override
    public String toString() {
        return "Icd10Cm[" + release() + ", " + size() + " codes]";
    }
}
