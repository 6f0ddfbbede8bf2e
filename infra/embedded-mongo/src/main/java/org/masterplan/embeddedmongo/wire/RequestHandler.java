package org.masterplan.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.bson.BsonWriter;
import org.masterplan.embeddedmongo.kv.GrowingBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the requests of one connection, one after the other and in their order, and writes the
 * replies. They run beside the event loop, which other connections share: none of those waits for a
 * command of this one. While replies lie unsent beyond the channel's high-water mark, since the
 * client does not read them, none of its requests is begun, and while requests wait nothing more is
 * read: no client can fill the memory. Once the threads are shut down nothing new is begun.
 */
final class RequestHandler extends SimpleChannelInboundHandler<Request> {
  private static final Logger log = LoggerFactory.getLogger(RequestHandler.class);
  private static final int INVALID_BSON = 22;
  private static final int HEADER_BYTES = 16;
  private static final int LONGEST_PREFIX = 20;

  private final Function<MongoMessage, Document> commands;
  private final ExecutorService threads;
  private final Queue<Request> waiting = new ArrayDeque<>();
  private boolean running;
  private int replies;

  RequestHandler(Function<MongoMessage, Document> commands, ExecutorService threads) {
    this.commands = commands;
    this.threads = threads;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Request request) {
    synchronized (waiting) {
      waiting.add(request);
    }
    goOn(context);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    goOn(context);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    goOn(context);
    context.fireChannelInactive();
  }

  private void goOn(ChannelHandlerContext context) {
    synchronized (waiting) {
      boolean begins = !running && !waiting.isEmpty() && mayRun(context);
      context.channel().config().setAutoRead(begins || waiting.isEmpty());
      if (!begins) {
        return;
      }
      running = true;
    }
    threads.execute(() -> runAll(context));
  }

  // Of a client that has left, what was read is still run: it may not have wanted answers.
  private boolean mayRun(ChannelHandlerContext context) {
    boolean heard = context.channel().isWritable() || !context.channel().isActive();
    return heard && !threads.isShutdown();
  }

  private void runAll(ChannelHandlerContext context) {
    try {
      for (Request next = next(context); next != null; next = next(context)) {
        run(context, next);
      }
    } catch (RuntimeException | Error e) {
      // The connection ends without having said what became of the rest. It stays running: what was
      // read of it already is not run.
      exceptionCaught(context, e);
    }
  }

  private @Nullable Request next(ChannelHandlerContext context) {
    synchronized (waiting) {
      Request next = mayRun(context) ? waiting.poll() : null;
      if (next == null) {
        running = false;
        if (waiting.isEmpty()) {
          context.channel().config().setAutoRead(true);
        }
      }
      return next;
    }
  }

  private void run(ChannelHandlerContext context, Request request) {
    switch (request.kind()) {
      case COMMAND -> reply(context, request, OpCode.OP_MSG, answer(context, request));
      case UNACKNOWLEDGED -> answer(context, request);
      case GREETING -> reply(context, request, OpCode.OP_REPLY, answer(context, request));
      case MALFORMED -> reply(context, request, OpCode.OP_MSG, malformed());
      case MALFORMED_UNACKNOWLEDGED -> log.debug("a message that nobody awaits was not understood");
    }
  }

  private Document answer(ChannelHandlerContext context, Request request) {
    MessageHeader header = new MessageHeader(request.number(), 0);
    return commands.apply(new MongoMessage(context.channel(), header, request.command()));
  }

  private static Document malformed() {
    return new Document("errmsg", "the message is not BSON of the types that are supported")
        .append("code", INVALID_BSON)
        .append("codeName", "InvalidBSON")
        .append("ok", 0);
  }

  private void reply(ChannelHandlerContext context, Request request, OpCode code, Document reply) {
    BsonWriter writer = new BsonWriter();
    writer.writeDocument(reply);
    GrowingBytes body = writer.written();
    ByteBuf out = context.alloc().buffer(HEADER_BYTES + LONGEST_PREFIX + body.size());
    out.writeIntLE(0); // the length
    out.writeIntLE(++replies);
    out.writeIntLE(request.number());
    out.writeIntLE(code.getId());
    out.writeIntLE(0); // flags
    if (code == OpCode.OP_MSG) {
      out.writeByte(MongoMessage.SECTION_KIND_BODY);
    } else {
      out.writeLongLE(0); // cursor
      out.writeIntLE(0); // first document
      out.writeIntLE(1); // documents
    }
    out.writeBytes(body.array(), 0, body.size());
    out.setIntLE(0, out.writerIndex());
    context.writeAndFlush(out);
  }

  /**
   * Connections end at any moment; what was being said may be somebody's data and is not logged.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("connection closed: {}", cause.getClass().getName());
    context.close();
  }
}
