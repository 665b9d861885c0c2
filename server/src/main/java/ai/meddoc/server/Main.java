package ai.meddoc.server;

import ai.meddoc.server.audit.AuditCheck;
import ai.meddoc.server.backup.BackupCommand;
import ai.meddoc.server.doctor.Doctor;
import ai.meddoc.server.documents.StorageCheck;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.resealing.ResealCommand;
import ai.meddoc.server.settings.Environment;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts the server: checks the settings first, so that a wrong one is one line and not a stack trace. */
@QuarkusMain
public final class Main {

    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 69;

    private Main() {}

    public static void main(String... args) {
        try {
            if (args.length == 2 && args[0].equals("rehearse")) {
                rehearse(Rehearsal.prepare(Path.of(args[1])));
            } else if (args.length > 0 && args[0].equals("audit")) {
                Runtime.getRuntime().exit(audit(args));
            } else if (args.length > 0 && List.of("backup", "restore").contains(args[0])) {
                Runtime.getRuntime().exit(new BackupCommand(Settings.read(Environment.here()), System.out).run(args));
            } else if (args.length == 1 && args[0].equals("reseal")) {
                Runtime.getRuntime().exit(new ResealCommand(Settings.read(Environment.here()), System.out).run());
            } else if (args.length == 1 && args[0].equals("storage")) {
                Runtime.getRuntime()
                        .exit(new StorageCheck(Settings.read(Environment.here()), System.out).run(Instant.now()));
            } else if (args.length == 1 && args[0].equals("doctor")) {
                Runtime.getRuntime().exit(new Doctor(System.out).run(Environment.here()));
            } else if (Arguments.askForHelp(args)) {
                System.out.println(Arguments.HELP);
                return;
            } else {
                Arguments.read(args);
            }
            configure(Settings.read(Environment.here()));
        } catch (SettingsException e) {
            exit(USAGE, e);
        }
        Quarkus.run(null, Main::ended, args);
    }

    /** What {@code meddoc doctor --audit} starts: the trail is this program's, so it checks it. */
    private static int audit(String... args) {
        Settings settings = Settings.read(Environment.here());
        return new AuditCheck(settings, System.out).run(Arrays.asList(args).subList(1, args.length));
    }

    /** Ends whatever happens: a build waits for it. */
    private static void rehearse(Rehearsal rehearsal) {
        Thread.ofPlatform().start(() -> {
            try {
                rehearsal.run();
            } finally {
                Quarkus.asyncExit();
            }
        });
    }

    /** Quarkus' own settings, from ours: one table for people. */
    private static void configure(Settings settings) {
        System.setProperty("quarkus.http.host", settings.host());
        System.setProperty("quarkus.http.port", String.valueOf(settings.port()));
        if (!settings.access().trustedProxies().isEmpty()) {
            System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
            System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
            System.setProperty(
                    "quarkus.http.proxy.trusted-proxies",
                    String.join(",", settings.access().trustedProxies()));
        }
        System.setProperty("quarkus.shutdown.delay", String.valueOf(settings.drain()));
        System.setProperty("quarkus.http.limits.max-body-size", String.valueOf(settings.maxRequestBytes()));
        System.setProperty(
                "quarkus.http.body.uploads-directory",
                settings.storageDir().resolve("incoming").toString());
    }

    private static void ended(int code, @Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SettingsException e) {
                exit(UNAVAILABLE, e);
            }
            if (t instanceof BindException) {
                exit(
                        UNAVAILABLE,
                        new SettingsException("PORT " + System.getProperty("quarkus.http.port") + " is taken"));
            }
        }
        if (thrown != null) {
            System.err.println("meddoc: the server could not start: " + Incident.describe(thrown));
        }
        Runtime.getRuntime().exit(code);
    }

    private static void exit(int code, SettingsException e) {
        System.err.println("meddoc: " + e.getMessage());
        Runtime.getRuntime().exit(code);
    }
}
