package ai.meddoc.server.gate;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection whose answers wait for its reader. What is not read stays in memory, so a reader slower than any line
 * that people still use is hung up on. Used by its event loop alone.
 */
final class ReadWatch extends ChannelDuplexHandler {

    private static final long LEAST_BYTES_PER_SECOND = 1_024;

    private final Duration patience;
    private long sent;
    private @Nullable ScheduledFuture<?> look;

    /** @param patience how long a reader is looked at before it counts as slow */
    ReadWatch(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        int bytes = message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
        context.write(message, promise.unvoid().addListener(done -> sent += bytes));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            stop();
        } else if (look == null) {
            lookAgain(context, taken(context));
        }
        context.fireChannelWritabilityChanged();
    }

    private void lookAgain(ChannelHandlerContext context, long before) {
        look = context.executor().schedule(() -> judge(context, before), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void judge(ChannelHandlerContext context, long before) {
        long now = taken(context);
        if (now - before < LEAST_BYTES_PER_SECOND * patience.toMillis() / 1_000) {
            look = null;
            context.close();
        } else {
            lookAgain(context, now);
        }
    }

    /** What the reader took of all answers, the one under way included. */
    private long taken(ChannelHandlerContext context) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        return sent + (waiting == null ? 0 : waiting.currentProgress());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void stop() {
        if (look != null) {
            look.cancel(false);
            look = null;
        }
    }
}
