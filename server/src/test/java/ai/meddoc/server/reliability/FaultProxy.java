package ai.meddoc.server.reliability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before an HTTP server and does to what passes what networks and busy servers do. One request a connection. */
final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int behind;
    private final AtomicInteger left = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    enum Fault {
        NONE,
        STATUS_500,
        STATUS_503,
        SILENCE,
        RESET_BEFORE,
        RESET_AFTER,
        TRUNCATED,
        WRONG_BYTE
    }

    private FaultProxy(ServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    static FaultProxy before(int port) throws IOException {
        FaultProxy proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
        Thread.startVirtualThread(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, for so many requests. */
    void inject(Fault next, int requests) {
        left.set(requests);
        fault = next;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        Fault now = left.getAndDecrement() > 0 ? fault : Fault.NONE;
        try (client) {
            byte[] request = request(client.getInputStream());
            if (now == Fault.WRONG_BYTE) {
                turnLastByte(request, bodyStart(request) + 1);
            }
            switch (now) {
                case STATUS_500 -> answer(client, "500 Internal Server Error");
                case STATUS_503 -> answer(client, "503 Slow Down");
                case SILENCE -> Thread.sleep(15_000);
                case RESET_BEFORE -> client.setSoLinger(true, 0);
                default -> pass(client, now, request);
            }
        } catch (IOException e) {
            // One of the two hung up, as both may.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private void pass(Socket client, Fault now, byte[] request) throws IOException {
        byte[] reply;
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            server.getOutputStream().write(request);
            reply = server.getInputStream().readAllBytes();
        }
        int body = bodyStart(reply);
        OutputStream out = client.getOutputStream();
        switch (now) {
            case RESET_AFTER -> client.setSoLinger(true, 0);
            case TRUNCATED -> out.write(reply, 0, body + (reply.length - body) / 2);
            case WRONG_BYTE -> {
                turnLastByte(reply, body + 1);
                out.write(reply);
            }
            default -> out.write(reply);
        }
        out.flush();
    }

    /** Of the body, if there is one. */
    private static void turnLastByte(byte[] message, int least) {
        int at = least + (message.length - least) / 2;
        if (at < message.length) {
            message[at] ^= 1;
        }
    }

    /** Head and body, asking the server to close afterwards. */
    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            head.write(b);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = 0;
        for (String line : text.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(text.replaceFirst("(?i)\r\nconnection:[^\r]*", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(in.readNBytes(length));
        return all.toByteArray();
    }

    private static int bodyStart(byte[] message) {
        int at = new String(message, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return at < 0 ? message.length : at + 4;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
