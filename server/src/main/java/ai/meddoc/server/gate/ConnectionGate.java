package ai.meddoc.server.gate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;

/** The first thing every connection meets. The framework has deadlines for silence alone, and no place to add others. */
@ApplicationScoped
public class ConnectionGate {

    private static final String NAME = "connection-gate";

    private static final Duration READERS_PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx;

    ConnectionGate(Vertx vertx) {
        this.vertx = vertx;
    }

    void listening(@ObservesAsync HttpServerStart start) {
        guard();
    }

    /** Watches the connections of every port that is listened at by now. */
    void guard() {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(channel -> {
                    if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
                        channel.pipeline().addFirst(NAME, new Accepted());
                    }
                }));
            }
        }
    }

    /** Sees connections as the messages of the one that listens. */
    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel connection) {
                connection.pipeline().addLast(new ReadWatch(READERS_PATIENCE), new HeadWatch());
            }
            context.fireChannelRead(message);
        }
    }
}
