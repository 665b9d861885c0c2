package ai.meddoc.terminology;

import ai.meddoc.text.Finding;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The releases at hand: those that come with the program and those that a user imported. Each is loaded when it is
 * first asked for, once. Thread-safe.
 *
 * <p>A release is in force from its date until the next release at hand, but at most until the next official update,
 * which comes on 1 April and 1 October: FY2026 of 1 April 2026 is in force from 2026-04-01 to 2026-09-30.
 */
public final class Icd10CmReleases {
    private static final Pattern FILE_NAME = Pattern.compile("icd10cm-(\\d{4}-\\d{2}-\\d{2})\\.bin");
    private static final String BUNDLED = "releases.txt";

    /** Where an image comes from; opened when it is first needed. */
    private interface Source {
        InputStream open() throws IOException;
    }

    /**
     * The release to use, and what a reader has to know about the choice.
     *
     * @param findings empty, or one {@link Finding.Code#RELEASE_NOT_IN_FORCE}
     */
    public record Choice(Icd10Cm release, List<Finding> findings) {
        public Choice {
            Objects.requireNonNull(release);
            findings = List.copyOf(findings);
        }
    }

    private final NavigableMap<LocalDate, Source> sources;
    private final Map<LocalDate, Icd10Cm> loaded = new ConcurrentHashMap<>();

    private Icd10CmReleases(NavigableMap<LocalDate, Source> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no release of ICD-10-CM is at hand");
        }
        this.sources = sources;
    }

    /** The releases that come with the program. */
    public static Icd10CmReleases bundled() {
        return new Icd10CmReleases(bundledSources());
    }

    /**
     * The releases that come with the program, and those in a folder that {@link TerminologyImporter} wrote; of the
     * same date the imported one counts. A folder that does not exist holds none.
     *
     * @throws IOException when the folder cannot be listed
     */
    public static Icd10CmReleases bundledAnd(Path folder) throws IOException {
        NavigableMap<LocalDate, Source> sources = bundledSources();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> addFile(file, sources));
            }
        }
        return new Icd10CmReleases(sources);
    }

    /** For tests and tools that hold releases already. */
    static Icd10CmReleases of(List<Icd10Cm> releases) {
        NavigableMap<LocalDate, Source> sources = new TreeMap<>();
        Map<LocalDate, Icd10Cm> held = new TreeMap<>();
        for (Icd10Cm release : releases) {
            sources.put(release.effectiveFrom(), InputStream::nullInputStream);
            held.put(release.effectiveFrom(), release);
        }
        Icd10CmReleases all = new Icd10CmReleases(sources);
        all.loaded.putAll(held);
        return all;
    }

    private static void addFile(Path file, Map<LocalDate, Source> into) {
        Matcher name = FILE_NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
            into.put(LocalDate.parse(name.group(1)), () -> Files.newInputStream(file));
        }
    }

    private static NavigableMap<LocalDate, Source> bundledSources() {
        NavigableMap<LocalDate, Source> sources = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource(BUNDLED), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
                LocalDate from = LocalDate.parse(line.strip());
                sources.put(from, () -> resource(fileName(from)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Icd10CmReleases.class.getResourceAsStream(name), () -> "missing resource " + name);
    }

    static String fileName(LocalDate from) {
        return "icd10cm-" + from + ".bin";
    }

    /** The first days in force of the releases at hand, oldest first. */
    public List<LocalDate> dates() {
        return List.copyOf(sources.navigableKeySet());
    }

    public Icd10Cm newest() {
        return load(sources.lastKey());
    }

    /**
     * The release for a date of service: that in force on the day; without a date the newest; for a day outside every
     * release's time the nearest, with a finding that says so.
     *
     * @throws ReleaseFormatException when an imported image is damaged or of another version
     */
    public Choice inForce(@Nullable LocalDate dateOfService) {
        if (dateOfService == null) {
            return new Choice(newest(), List.of());
        }
        LocalDate from = nearest(dateOfService);
        Icd10Cm release = load(from);
        boolean inside = !dateOfService.isBefore(from) && !dateOfService.isAfter(lastDay(from));
        return new Choice(release, inside ? List.of() : List.of(notInForce(release, dateOfService.isBefore(from))));
    }

    private LocalDate nearest(LocalDate day) {
        LocalDate before = sources.floorKey(day);
        LocalDate after = sources.ceilingKey(day);
        if (before == null || after == null) {
            return Objects.requireNonNull(before == null ? after : before);
        }
        long sinceEnd = ChronoUnit.DAYS.between(lastDay(before), day);
        return sinceEnd <= ChronoUnit.DAYS.between(day, after) ? before : after;
    }

    /** The last day that the release of a date is for. */
    private LocalDate lastDay(LocalDate from) {
        LocalDate update = nextUpdate(from);
        LocalDate next = sources.higherKey(from);
        return (next != null && next.isBefore(update) ? next : update).minusDays(1);
    }

    private static LocalDate nextUpdate(LocalDate from) {
        LocalDate april = LocalDate.of(from.getYear(), Month.APRIL, 1);
        LocalDate october = LocalDate.of(from.getYear(), Month.OCTOBER, 1);
        if (from.isBefore(april)) {
            return april;
        }
        return from.isBefore(october) ? october : april.plusYears(1);
    }

    /** The message leaves the date of service out: it belongs to the patient. */
    private static Finding notInForce(Icd10Cm release, boolean before) {
        String message = "The date of service lies " + (before ? "before" : "after") + " the time of every ICD-10-CM"
                + " release at hand; " + release.release() + " was used.";
        return new Finding(Finding.Code.RELEASE_NOT_IN_FORCE, "terminology", null, message);
    }

    private Icd10Cm load(LocalDate from) {
        return loaded.computeIfAbsent(from, this::read);
    }

    private Icd10Cm read(LocalDate from) {
        Source source = Objects.requireNonNull(sources.get(from));
        try (InputStream in = new BufferedInputStream(source.open())) {
            Icd10Cm release = Icd10Cm.read(in);
            if (!release.effectiveFrom().equals(from)) {
                throw new ReleaseFormatException(fileName(from), "the image inside is of another date");
            }
            return release;
        } catch (IOException | IllegalArgumentException e) {
            throw new ReleaseFormatException(
                    fileName(from), "the image is damaged or of another version, so import the release again");
        }
    }
}
