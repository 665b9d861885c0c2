package ai.meddoc.infra;

import ai.meddoc.infra.config.ConfigException;
import ai.meddoc.infra.config.ConfigReader;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.nio.file.Path;
import java.util.Optional;

/** {@code synth OPTION ENVIRONMENT OUT}: writes the templates, offline and without credentials. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    public static void main(String... args) {
        Optional<DeploymentOption> option = args.length == 3 ? DeploymentOption.of(args[0]) : Optional.empty();
        if (option.isEmpty()) {
            System.err.println("usage: infra/synth fargate|serverless|vm dev|prod OUT");
            Runtime.getRuntime().exit(USAGE);
            return;
        }
        try {
            EnvironmentConfig config = ConfigReader.read(Path.of(System.getProperty("environments")), args[1]);
            Path out = Path.of(args[2]).toAbsolutePath();
            MedDocApp.of(option.get(), config, out).synth();
            System.out.println("templates of " + args[0] + " " + args[1] + " in " + args[2]);
        } catch (ConfigException e) {
            System.err.println("infra: " + e.getMessage());
            Runtime.getRuntime().exit(USAGE);
        }
    }
}
