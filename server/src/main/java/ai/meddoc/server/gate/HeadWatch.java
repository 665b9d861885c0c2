package ai.meddoc.server.gate;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection, before its bytes are requests. A head that comes byte by byte would hold a place for ever, and a
 * header line that is folded is read as one by some and as two by others. Used by its event loop alone.
 */
final class HeadWatch extends ChannelInboundHandlerAdapter {

    /** From the first byte of a request to the end of its head. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final AttributeKey<HeadWatch> KEY = AttributeKey.valueOf("meddoc-head-watch");
    private static final String REFUSED = "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

    private final HeadLines lines = new HeadLines();
    private @Nullable HttpServerRequest current;
    private @Nullable ScheduledFuture<?> deadline;

    /** A request's head is here. */
    static void arrived(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            HeadWatch watch = connection.channel().attr(KEY).get();
            if (watch != null) {
                watch.stop();
                watch.current = request;
            }
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().attr(KEY).set(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        HttpServerRequest request = current;
        if (request != null && request.version() == HttpVersion.HTTP_2) {
            // Frames, which bound themselves.
            context.pipeline().remove(this);
        } else if (request == null || request.response().ended()) {
            current = null;
            if (deadline == null) {
                lines.begin();
                Runnable end = context::close;
                deadline = context.executor().schedule(end, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (message instanceof ByteBuf bytes && lines.foldIn(bytes)) {
                refuse(context, message);
                return;
            }
        }
        context.fireChannelRead(message);
    }

    private static void refuse(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        context.writeAndFlush(Unpooled.copiedBuffer(REFUSED, StandardCharsets.US_ASCII))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
