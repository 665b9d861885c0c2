package ai.meddoc.terminology;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the image of a release from the official files of CDC/NCHS and CMS. The same files give the same image.
 * Stateless and thread-safe.
 */
public final class TerminologyImporter {
    private TerminologyImporter() {}

    /**
     * The files of one release.
     *
     * @param tabular the tabular list, XML
     * @param index the Alphabetic Index, XML
     * @param order the order file, or a plain list of codes; without it the billable codes follow from the tabular
     *     list's 7th characters
     * @param from the first date of service that the release is for
     */
    public record Sources(
            Path tabular, @Nullable Path index, @Nullable Path order, LocalDate from) {
        public Sources {
            Objects.requireNonNull(tabular);
            Objects.requireNonNull(from);
        }
    }

    /** What an import made. */
    public record Imported(String release, Path image, int codes, int billable, int indexTerms) {}

    /**
     * Writes the image into the folder under the name by which {@link Icd10CmReleases} finds it; an image of the same
     * date is replaced in one step.
     *
     * @throws ReleaseFormatException when a file is not what it should be; the message names file and line
     * @throws IOException when a file cannot be read or written
     */
    public static Imported importInto(Path folder, Sources sources) throws IOException {
        ReleaseBuilder builder = build(sources);
        Files.createDirectories(folder);
        Path image = folder.resolve(Icd10CmReleases.fileName(sources.from()));
        Path unfinished = folder.resolve(image.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                write(builder, sources.from(), out);
            }
            Files.move(unfinished, image, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return count(builder, image);
    }

    static ReleaseBuilder build(Sources sources) throws IOException {
        BillableList billable = null;
        Path order = sources.order();
        if (order != null) {
            try (Reader reader = Files.newBufferedReader(order, StandardCharsets.ISO_8859_1)) {
                billable = BillableList.read(reader, name(order));
            }
        }
        ReleaseBuilder builder = new ReleaseBuilder(name(sources.tabular()), billable);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(sources.tabular()))) {
            builder.addAll(TabularReader.read(in, name(sources.tabular())));
        }
        Path index = sources.index();
        if (index != null) {
            addIndex(builder, index);
        }
        return builder;
    }

    private static void addIndex(ReleaseBuilder builder, Path index) throws IOException {
        Map<Long, Set<String>> terms;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(index))) {
            terms = IndexReader.read(in, name(index));
        }
        TreeMap<Long, ReleaseEntry> codes = builder.codes();
        for (Map.Entry<Long, Set<String>> entry : terms.entrySet()) {
            ReleaseEntry code = codes.get(entry.getKey());
            if (code == null) {
                throw new ReleaseFormatException(
                        name(index), CodeKey.format(entry.getKey()) + " is not in the tabular list");
            }
            codes.put(entry.getKey(), code.withIndexTerms(List.copyOf(entry.getValue())));
        }
    }

    static void write(ReleaseBuilder builder, LocalDate from, OutputStream out) throws IOException {
        ReleaseImageWriter.write(
                from, builder.groups(), new ArrayList<>(builder.codes().values()), out);
    }

    private static Imported count(ReleaseBuilder builder, Path image) throws IOException {
        try (InputStream in = Files.newInputStream(image)) {
            Icd10Cm release = Icd10Cm.read(in);
            int billable = 0;
            int terms = 0;
            for (ReleaseEntry entry : builder.codes().values()) {
                billable += entry.billable() ? 1 : 0;
                terms += entry.indexTerms().size();
            }
            return new Imported(release.release(), image, release.size(), billable, terms);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
