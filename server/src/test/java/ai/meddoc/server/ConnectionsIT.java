package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that break off, that can be read in two ways, or whose requests take for ever to begin. */
final class ConnectionsIT {

    private static final String JSON = "{\"document_text\":\"Essential hypertension.\"}";
    private static final String CHUNKED = Integer.toHexString(JSON.length()) + "\r\n" + JSON + "\r\n0\r\n\r\n";
    private static final String CLASSIFY =
            "POST /classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String LENGTH = "Content-Length: " + JSON.length() + "\r\n";
    private static final String SECOND = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final String FORM = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nEssential hypertension.\r\n--b--\r\n";
    private static final String UPLOAD =
            "POST /documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n";

    private static Path folder;
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path temp) {
        folder = temp;
        server = RunningServer.start(temp, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void goesOnWithoutAFailure() throws IOException {
        assertThat(server.api().get("/health").status()).isEqualTo(200);
        assertThat(server.log()).doesNotContain("ERROR").doesNotContain("WARN").doesNotContain("hypertension");
    }

    static Stream<String> ambiguous() {
        return Stream.of(
                LENGTH + "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED,
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n" + CHUNKED,
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                LENGTH + LENGTH + "\r\n" + JSON,
                LENGTH + "Content-Length: 0\r\n\r\n" + JSON,
                "Content-Length: " + JSON.length() + ", " + JSON.length() + "\r\n\r\n" + JSON,
                "Content-Length: +" + JSON.length() + "\r\n\r\n" + JSON,
                "Content-Length: -1\r\n\r\n" + JSON,
                "Content-Length: 0x10\r\n\r\n" + JSON,
                "Content-Length : " + JSON.length() + "\r\n\r\n" + JSON,
                "Content-Length:\r\n " + JSON.length() + "\r\n\r\n" + JSON,
                "X-Folded: a\r\n b\r\n" + LENGTH + "\r\n" + JSON,
                LENGTH + "X-Folded: a\r\n\tb\r\n\r\n" + JSON,
                "Transfer-Encoding:\r\n chunked\r\n\r\n" + CHUNKED,
                "Transfer-Encoding : chunked\r\n\r\n" + CHUNKED,
                "Transfer-Encoding: xchunked\r\n\r\n" + CHUNKED,
                "Transfer-Encoding: chunked, identity\r\n\r\n" + CHUNKED,
                "Transfer-Encoding: identity\r\n" + LENGTH + "\r\n" + JSON,
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n\r\n" + CHUNKED,
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKED,
                "Transfer-Encoding: \u000bchunked\r\n\r\n" + CHUNKED,
                "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED.replaceFirst("^\\w+", "zz"),
                "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED.replaceFirst("^\\w+", "-1"),
                "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED.replace("}\r\n", "}XX"),
                "X-Bare: a\rTransfer-Encoding: chunked\r\n" + LENGTH + "\r\n" + JSON,
                "X-Nul: a\0b\r\n" + LENGTH + "\r\n" + JSON,
                "Host: evil.test\r\n" + LENGTH + "\r\n" + JSON);
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void answersNothingThatCanBeReadInTwoWays(String rest) throws IOException {
        String answer = send(CLASSIFY + rest + SECOND);
        if (!answer.isEmpty()) {
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 2");
        }
    }

    @Test
    void refusesHeadsThatComeInPieces() throws Exception {
        try (Socket socket = open()) {
            for (String piece : List.of(CLASSIFY + LENGTH + "X-Folded: a\r\n", " b\r\n\r\n" + JSON)) {
                write(socket, piece);
                Thread.sleep(200);
            }
            assertThat(rest(socket)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void answersWhatCanBeReadInOneWay() throws IOException {
        assertThat(send(CLASSIFY + LENGTH + "\r\n" + JSON)).startsWith("HTTP/1.1 200");
        assertThat(send(CLASSIFY + "Transfer-Encoding: Chunked\r\n\r\n" + CHUNKED))
                .startsWith("HTTP/1.1 200");
        assertThat(send(CLASSIFY + LENGTH + "\r\n" + JSON.replace("\":\"", "\":\n \"")))
                .as("a body may have such lines")
                .startsWith("HTTP/1.1 ");
        assertThat(send("\r\n" + SECOND + SECOND)).containsPattern("(?s)HTTP/1.1 200.*HTTP/1.1 200");
        assertThat(send(SECOND.replace("Host: localhost\r\n", ""))).startsWith("HTTP/1.1 400");
    }

    static Stream<String> tooShort() {
        return Stream.of(
                CLASSIFY + "Content-Length: " + (JSON.length() + 10) + "\r\n\r\n" + JSON,
                CLASSIFY + "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED.replace("0\r\n\r\n", ""),
                UPLOAD + "Content-Length: " + (FORM.length() + 100) + "\r\n\r\n" + FORM,
                UPLOAD + "Content-Length: " + FORM.length() + "\r\n\r\n" + FORM.substring(0, FORM.length() - 20),
                UPLOAD + "Content-Length: " + (FORM.length() + 100) + "\r\n\r\n" + FORM.substring(0, 40),
                UPLOAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(FORM.length()) + "\r\n" + FORM
                        + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("tooShort")
    void keepsNothingOfABodyThatBreaksOff(String request) throws Exception {
        String before = files();
        try (Socket socket = open()) {
            write(socket, request);
            Thread.sleep(300);
            socket.shutdownOutput();
            assertThat(rest(socket)).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 5");
        }
        try (Socket socket = open()) {
            write(socket, request);
            Thread.sleep(100);
        }
        Thread.sleep(500);
        assertThat(server.api().get("/documents?q=cut").json().size()).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void holdsNothingOfDownloadsThatAreCut() throws Exception {
        byte[] large = "Essential hypertension. ".repeat(800_000).getBytes(StandardCharsets.US_ASCII);
        long id = server.api()
                .upload("large.txt", large, Map.of("run_pipeline", "false"))
                .json()
                .path("document_id")
                .asLong();
        String path = "/documents/" + id + "/file";
        assertThat(server.api().get(path).response().body()).isEqualTo(large);
        String files = files();
        long open = descriptors();
        for (int i = 0; i < 60; i++) {
            try (Socket socket = open()) {
                write(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(socket.getInputStream().readNBytes(100_000))
                        .startsWith("HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII));
                if (i % 2 == 0) {
                    socket.setSoLinger(true, 0);
                }
            }
        }
        for (int i = 0; i < 100 && descriptors() > open; i++) {
            Thread.sleep(100);
        }
        assertThat(descriptors()).isLessThanOrEqualTo(open);
        assertThat(files()).isEqualTo(files);
        assertThat(server.api().get(path).response().body()).isEqualTo(large);
        assertThat(server.api().get("/metrics").text()).doesNotContain("status=\"5");
    }

    @Test
    void endsHeadsThatDoNotArrive() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> slow = List.of(
                    () -> secondsUntilClosed(""),
                    () -> secondsUntilClosed(SECOND),
                    () -> secondsUntilClosed(CLASSIFY + LENGTH + "\r\n" + JSON));
            Future<String> patient = clients.submit(ConnectionsIT::quickAfterAWhile);
            for (Future<Long> seconds : clients.invokeAll(slow)) {
                assertThat(seconds.get()).isBetween(9L, 14L);
            }
            assertThat(patient.get()).contains("HTTP/1.1 200");
        }
    }

    /** A head byte by byte, after a request that is answered. */
    private static long secondsUntilClosed(String first) throws Exception {
        try (Socket socket = open()) {
            write(socket, first);
            Thread.sleep(500);
            while (socket.getInputStream().available() > 0) {
                socket.getInputStream().skip(socket.getInputStream().available());
            }
            long start = System.nanoTime();
            write(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            socket.setSoTimeout(250);
            while (!isClosed(socket) && System.nanoTime() - start < 30_000_000_000L) {
                try {
                    write(socket, "a");
                } catch (SocketException e) {
                    break;
                }
            }
            return (System.nanoTime() - start) / 1_000_000_000L;
        }
    }

    /** Silence between requests is no slow head. */
    private static String quickAfterAWhile() throws Exception {
        try (Socket socket = open()) {
            write(socket, SECOND);
            Thread.sleep(12_000);
            write(socket, SECOND);
            socket.setSoTimeout(2_000);
            String answers = rest(socket);
            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
            return answers;
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** What comes until the server closes or falls silent. */
    private static String rest(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                answer.append((char) b);
            }
        } catch (SocketTimeoutException | SocketException e) {
            // That was all.
        }
        return answer.toString();
    }

    private static String send(String request) throws IOException {
        try (Socket socket = open()) {
            socket.setSoTimeout(1_000);
            write(socket, request);
            return rest(socket);
        }
    }

    /** All that is stored and on its way, without the database. */
    private static String files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("local_storage"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("audit."))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Files and sockets that the server holds, without the database's: its connections have a bound of their own. */
    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
            return open.filter(descriptor -> !target(descriptor).contains("/app.db"))
                    .count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }
}
