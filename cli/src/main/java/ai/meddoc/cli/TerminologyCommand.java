package ai.meddoc.cli;

import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.ReleaseFormatException;
import ai.meddoc.terminology.TerminologyImporter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code meddoc terminology}: the releases of ICD-10-CM at hand, and new ones. */
@Command(
        name = "terminology",
        mixinStandardHelpOptions = true,
        description = "Lists and imports releases of ICD-10-CM.",
        footer = {
            "",
            "Examples:",
            "  meddoc terminology list",
            "  meddoc terminology import --tabular icd10cm-tabular-2027.xml --order icd10cm-order-2027.txt"
                    + " --release 2026-10-01",
            "",
            "Imported releases are kept in the folder that TERMINOLOGY_DIR names, else in ~/.meddoc/terminology."
        })
final class TerminologyCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list or import.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the releases at hand.")
    int list() {
        Icd10CmReleases releases = Releases.atHand();
        PrintWriter out = spec.commandLine().getOut();
        for (LocalDate from : releases.dates()) {
            var release = releases.inForce(from).release();
            out.println(release.release() + "   for dates of service from " + from);
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Imports the official files of CDC/NCHS and CMS; the same date replaces.")
    int importRelease(
            @Option(names = "--tabular", required = true, paramLabel = "X.xml", description = "The tabular list.")
                    Path tabular,
            @Option(names = "--index", paramLabel = "Y.xml", description = "The Alphabetic Index.") @Nullable Path index,
            @Option(names = "--order", paramLabel = "Z.txt", description = "The order file, or a list of codes.")
                    @Nullable Path order,
            @Option(
                            names = "--release",
                            required = true,
                            paramLabel = "DATE",
                            description = "The first date of service it is for, such as 2026-10-01.")
                    LocalDate from) {
        requireFile(tabular, "--tabular");
        requireFile(index, "--index");
        requireFile(order, "--order");
        try {
            var imported = TerminologyImporter.importInto(
                    Releases.folder(), new TerminologyImporter.Sources(tabular, index, order, from));
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "Imported %s: %,d codes and categories, %,d billable, %,d index terms.%n",
                            imported.release(),
                            imported.codes(),
                            imported.billable(),
                            imported.indexTerms());
            return ExitCodes.OK;
        } catch (ReleaseFormatException e) {
            throw new CommandFailure(ExitCodes.DOCUMENT_FAILED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.UNAVAILABLE, "The release could not be read, or not be written to " + Releases.folder());
        }
    }

    private void requireFile(@Nullable Path file, String option) {
        if (file != null && !Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), option + " names no file.");
        }
    }
}
