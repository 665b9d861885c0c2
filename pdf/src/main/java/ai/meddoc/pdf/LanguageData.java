package ai.meddoc.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The recogniser's knowledge of English: from the folder that the system property {@code meddoc.tessdata} or the
 * variable {@code MEDDOC_TESSDATA} names, else what the build put beside the classes, else where Linux distributions
 * and Homebrew install it.
 */
final class LanguageData {

    static final String HOW_TO_GET =
            "build with npm on the path, install tesseract-ocr-eng, or set MEDDOC_TESSDATA to the folder of eng.traineddata";

    private static final String FILE = "eng.traineddata";
    private static final String BUILT_IN = FILE + ".gz";

    private LanguageData() {}

    /** Empty when there is none on this machine. */
    static Optional<byte[]> find() {
        Optional<byte[]> chosen = Stream.of(System.getProperty("meddoc.tessdata"), System.getenv("MEDDOC_TESSDATA"))
                .flatMap(folder -> read(folder).stream())
                .findFirst();
        if (chosen.isPresent()) {
            return chosen;
        }
        Optional<byte[]> built = builtIn();
        if (built.isPresent()) {
            return built;
        }
        return Stream.of(
                        System.getenv("TESSDATA_PREFIX"),
                        "/usr/share/tesseract-ocr/5/tessdata",
                        "/usr/share/tesseract-ocr/4.00/tessdata",
                        "/usr/share/tessdata",
                        "/opt/homebrew/share/tessdata",
                        "/usr/local/share/tessdata")
                .flatMap(folder -> read(folder).stream())
                .findFirst();
    }

    private static Optional<byte[]> builtIn() {
        try (InputStream in = LanguageData.class.getResourceAsStream(BUILT_IN)) {
            return in == null ? Optional.empty() : Optional.of(new GZIPInputStream(in).readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(@Nullable String folder) {
        if (folder == null || folder.isBlank()) {
            return Optional.empty();
        }
        Path file = Path.of(folder, FILE);
        try {
            return Files.isReadable(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
