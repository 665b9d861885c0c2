package ai.meddoc.terminology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The releases that tests look at. */
final class Releases {
    /** Loaded once: it is immutable. */
    static final Icd10Cm BUNDLED = Icd10CmReleases.bundled().newest();

    private Releases() {}

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Icd10Cm.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] image(Path tabular, @Nullable Path index, @Nullable Path order, LocalDate from) {
        try {
            ByteArrayOutputStream image = new ByteArrayOutputStream();
            TerminologyImporter.write(
                    TerminologyImporter.build(new TerminologyImporter.Sources(tabular, index, order, from)),
                    from,
                    image);
            return image.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The small release of {@code tabular.xml}. */
    static Icd10Cm small(LocalDate from) {
        try {
            return Icd10Cm.read(new ByteArrayInputStream(image(file("tabular.xml"), file("index.xml"), null, from)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
