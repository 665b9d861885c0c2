package ai.meddoc.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to a port and back, for requests that no client would send. */
final class RawHttp {

    private RawHttp() {}

    /** What came back until the server closed, or fell silent for as long as given. */
    static String send(int port, String request, int patienceMillis) throws IOException {
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1), patienceMillis);
    }

    static String send(int port, byte[] request, int patienceMillis) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(patienceMillis);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                InputStream in = socket.getInputStream();
                for (int b = in.read(); b >= 0; b = in.read()) {
                    answer.write(b);
                }
            } catch (SocketTimeoutException e) {
                // Kept alive: the answer is complete.
            } catch (IOException e) {
                if (answer.size() == 0) {
                    throw e;
                }
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
