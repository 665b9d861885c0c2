package ai.meddoc.cli;

import ai.meddoc.cli.output.CodeCard;
import ai.meddoc.cli.output.Terminal;
import ai.meddoc.terminology.CodeMatch;
import ai.meddoc.terminology.CodeSearch;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code meddoc code}: one code with all its notes, or ranked codes for a phrase. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = "Looks a code up, or ranks codes for a phrase.",
        footer = {
            "",
            "Examples:",
            "  meddoc code E11.40",
            "  meddoc code \"type 2 diabetes with neuropathy\"",
            "  meddoc code E11.40 --date 2026-05-02"
        })
final class CodeCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "CODE_OR_TEXT", description = "A code, with or without its dot, or words.")
    private List<String> words = List.of();

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "Date of service: chooses the release. Without it the newest.")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        Icd10Cm release = Releases.atHand().inForce(date).release();
        String asked = String.join(" ", words).strip();
        CodeCard card = new CodeCard(spec.commandLine().getOut(), Terminal.ansi(), Terminal.width());
        Optional<Icd10CmCode> code = release.find(asked);
        if (code.isPresent()) {
            card.print(release, code.get());
            return ExitCodes.OK;
        }
        List<CodeMatch> matches = CodeSearch.of(release).search(asked, SHOWN);
        if (matches.isEmpty()) {
            throw new CommandFailure(
                    ExitCodes.DOCUMENT_FAILED,
                    "Neither a code nor a phrase that leads to one in " + release.release() + ".");
        }
        card.print(matches);
        return ExitCodes.OK;
    }
}
