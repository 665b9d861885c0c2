package ai.meddoc.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real sockets: what a reader leaves lying is what counts. */
@Timeout(30)
final class ReadWatchTest {

    private static final int ANSWER = 8 << 20;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final NioEventLoopGroup loops = new NioEventLoopGroup(1);
    private Channel server;

    @BeforeEach
    void start() {
        server = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new ReadWatch(PATIENCE), new Answering());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .syncUninterruptibly()
                .channel();
    }

    @AfterEach
    void stop() {
        server.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** One answer in one piece, as a text is sent. */
    private static final class Answering extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
        }
    }

    private Socket connected(int window) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(window);
        socket.connect(server.localAddress());
        return socket;
    }

    @Test
    void hangsUpOnWhoDoesNotRead() throws Exception {
        try (Socket socket = connected(4_096)) {
            Thread.sleep(PATIENCE.toMillis() * 4);
            assertThat(allOf(socket, 0)).isLessThan(ANSWER);
        }
    }

    @Test
    void leavesWhoReadsSlowlyButSteadily() throws Exception {
        try (Socket socket = connected(128 * 1024)) {
            assertThat(allOf(socket, 5)).isEqualTo(ANSWER);
        }
    }

    /** How much comes before the end, or before the connection is reset. */
    private static int allOf(Socket socket, int pauseMillis) throws InterruptedException {
        byte[] buffer = new byte[32 * 1024];
        int read = 0;
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
                if (read >= ANSWER) {
                    return read;
                }
                Thread.sleep(pauseMillis);
            }
        } catch (IOException e) {
            return read;
        }
        return read;
    }
}
