package ai.meddoc.infra;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The guide's three ways to run the program. */
public enum DeploymentOption {
    FARGATE,
    SERVERLESS,
    VM;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeploymentOption> of(String word) {
        return Stream.of(values()).filter(o -> o.word().equals(word)).findFirst();
    }
}
