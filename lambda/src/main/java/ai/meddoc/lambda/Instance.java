package ai.meddoc.lambda;

import ai.meddoc.server.Main;
import ai.meddoc.server.database.Database;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/** The server inside this environment: the whole program, on the loopback address only. Thread-safe. */
final class Instance implements Resource {

    static final Logger LOG;

    static {
        // Before anything logs: later it is too late.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        LOG = Logger.getLogger("meddoc.lambda");
    }

    private static final int START_ATTEMPTS = 2_000;

    private final URI address;
    private final Secrets secrets;

    private Instance(URI address, Secrets secrets) {
        this.address = address;
        this.secrets = secrets;
    }

    /**
     * Starts it, so that a snapshot of the environment has it running; a wrong setting ends the environment with one
     * line.
     *
     * @param jobs which jobs it does by itself: the setting JOBS
     */
    static Instance start(String jobs) {
        // Readers of PDF are processes of their own: they find the function's files by this, not by its class loader.
        System.setProperty(
                "java.class.path", beside(Instance.class).resolve("*").toString());
        System.setProperty("HOST", "127.0.0.1");
        System.setProperty("TRUSTED_PROXIES", "127.0.0.1");
        System.setProperty("JOBS", jobs);
        Secrets secrets = Secrets.ofEnvironment();
        secrets.read();
        URI address = listenOn(freePort());
        Instance instance = new Instance(address, secrets);
        Core.getGlobalContext().register(instance);
        return instance;
    }

    private static URI listenOn(int port) {
        System.setProperty("PORT", String.valueOf(port));
        ClassLoader loader = Instance.class.getClassLoader();
        Thread server = Thread.ofPlatform().name("server").unstarted(Main::main);
        server.setContextClassLoader(loader);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + port);
        await(address.resolve("/health"));
        return address;
    }

    private static void await(URI health) {
        HttpRequest request = HttpRequest.newBuilder(health).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < START_ATTEMPTS; i++) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not yet.
                }
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the server does not answer");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free");
        }
    }

    /** The folder of the file that a class came in. */
    private static Path beside(Class<?> type) {
        try {
            return Objects.requireNonNull(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return address;
    }

    <T> T bean(Class<T> type) {
        return Objects.requireNonNull(Arc.container().instance(type).get());
    }

    /** At each call: a secret that was rotated is read again in time. */
    void wake() {
        try {
            if (secrets.isOld()) {
                renew();
            }
        } catch (SdkException e) {
            LOG.warnf(
                    "the secrets could not be read anew (%s): the last ones stay",
                    e.getClass().getSimpleName());
        }
    }

    /** The program could not reach what it needs: the next call reads the secrets anew. */
    void doubt() {
        secrets.doubt();
    }

    private void renew() {
        secrets.read();
        secrets.database().ifPresent(login -> bean(Database.class).signInAs(login.user(), login.password()));
    }

    /** Two environments that start from one snapshot must not share a connection. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        bean(Database.class).disconnect();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        renew();
    }
}
