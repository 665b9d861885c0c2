package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that take their time take nobody else's. */
final class SlowClientsIT {

    private static final int EACH = 500;
    private static final int MEASURED = 1_000;

    private static final String HEAD =
            "POST /classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String BODY = HEAD + "Content-Length: 100000\r\n\r\n{\"document_text\":\"";
    private static final String READ = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Socket open(String said) throws IOException {
        Socket socket = new Socket();
        // So that an answer that is not read stays with the server.
        socket.setReceiveBufferSize(1_024);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 5_000);
        socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void answersOthersWhileFifteenHundredAreSlow() throws Exception {
        List<Socket> slow = new ArrayList<>();
        AtomicBoolean going = new AtomicBoolean(true);
        try {
            for (int i = 0; i < EACH; i++) {
                slow.add(open(HEAD));
                slow.add(open(BODY));
                slow.add(open(READ));
            }
            Thread.ofVirtual().start(() -> drip(slow, going));
            long[] millis = measured();
            System.out.printf(
                    "%d slow connections: /health median %d ms, p99 %d ms, most %d ms%n",
                    slow.size(), millis[MEASURED / 2], millis[MEASURED * 99 / 100], millis[MEASURED - 1]);
            assertThat(millis[MEASURED * 99 / 100]).isLessThan(200);
        } finally {
            going.set(false);
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** A byte now and then; those that only read say nothing more. */
    private static void drip(List<Socket> slow, AtomicBoolean going) {
        while (going.get()) {
            for (int i = 0; i < slow.size() && going.get(); i++) {
                try {
                    if (i % 3 != 2) {
                        slow.get(i).getOutputStream().write('a');
                    }
                } catch (IOException e) {
                    // Cut already, as it should be.
                }
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static long[] measured() {
        Api api = server.api();
        long[] millis = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            assertThat(api.get("/health").status()).isEqualTo(200);
            millis[i] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(millis);
        return millis;
    }

    @Test
    void endsABodyThatDoesNotArrive() throws Exception {
        long start = System.nanoTime();
        try (Socket socket = open(BODY)) {
            socket.setSoTimeout(1_000);
            StringBuilder answer = new StringBuilder();
            while (System.nanoTime() - start < 60_000_000_000L
                    && !answer.toString().contains("timed-out")) {
                socket.getOutputStream().write('a');
                try {
                    byte[] part = new byte[1_000];
                    int count = socket.getInputStream().read(part);
                    answer.append(new String(part, 0, Math.max(0, count), StandardCharsets.US_ASCII));
                } catch (SocketTimeoutException e) {
                    // Not yet.
                }
            }
            assertThat(answer.toString()).startsWith("HTTP/1.1 408").contains("timed-out");
            assertThat(isClosed(socket)).isTrue();
        }
        assertThat((System.nanoTime() - start) / 1_000_000_000L).isBetween(29L, 45L);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
