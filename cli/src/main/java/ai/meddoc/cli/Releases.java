package ai.meddoc.cli;

import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.ReleaseFormatException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The releases at hand: those that come with the program and those that this user imported. */
final class Releases {

    /** Names the folder of imported releases. */
    static final String SETTING = "TERMINOLOGY_DIR";

    private Releases() {}

    static Path folder() {
        String told = Environment.here().apply(SETTING);
        try {
            boolean unset = told == null || told.isBlank();
            return unset ? Path.of(System.getProperty("user.home", "."), ".meddoc", "terminology") : Path.of(told);
        } catch (InvalidPathException e) {
            throw new CommandFailure(ExitCodes.USAGE, SETTING + " is not a path.");
        }
    }

    static Icd10CmReleases atHand() {
        try {
            return Icd10CmReleases.bundledAnd(folder());
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, "The folder of imported releases cannot be read.");
        } catch (ReleaseFormatException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }
}
