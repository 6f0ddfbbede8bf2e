package org.masterplan.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.bson.BsonReader;

/** Makes requests of bytes. */
final class RequestDecoder extends LengthFieldBasedFrameDecoder {
  private static final int LENGTH_BYTES = 4;
  private static final int CHECKSUM_BYTES = 4;
  private static final int CHECKSUM_PRESENT = 1;
  private static final int MORE_TO_COME = 1 << 1;
  private static final int EXHAUST_ALLOWED = 1 << 16; // we never stream, and need not

  RequestDecoder() {
    super(
        ByteOrder.LITTLE_ENDIAN,
        MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES,
        0,
        LENGTH_BYTES,
        -LENGTH_BYTES,
        0,
        true);
  }

  @Override
  protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
    ByteBuf frame = (ByteBuf) super.decode(context, in);
    if (frame == null) {
      return null;
    }
    try {
      return request(ByteBufUtil.getBytes(frame));
    } finally {
      frame.release();
    }
  }

  private static Request request(byte[] message) {
    BsonReader reader = new BsonReader(message, LENGTH_BYTES);
    int number = reader.readInt();
    reader.readInt(); // what it answers: nothing
    OpCode code = OpCode.getById(reader.readInt());
    boolean answered = true;
    try {
      if (code == OpCode.OP_MSG) {
        answered = isAnswered(reader);
        return command(number, reader, message.length);
      }
      if (code == OpCode.OP_QUERY) {
        return greeting(number, reader);
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // answered as malformed
    }
    var kind = answered ? Request.Kind.MALFORMED : Request.Kind.MALFORMED_UNACKNOWLEDGED;
    return new Request(number, kind, new Document());
  }

  /** Whether the client waits for an answer; read first, since what follows may be broken. */
  private static boolean isAnswered(BsonReader reader) {
    return (reader.peekInt() & MORE_TO_COME) == 0;
  }

  private static Request command(int number, BsonReader reader, int length) {
    int flags = reader.readInt();
    if ((flags & ~(CHECKSUM_PRESENT | MORE_TO_COME | EXHAUST_ALLOWED)) != 0) {
      throw new IllegalArgumentException("flags");
    }
    int end = length - ((flags & CHECKSUM_PRESENT) == 0 ? 0 : CHECKSUM_BYTES);
    Document body = new Document();
    Document lists = new Document();
    while (reader.position() < end) {
      switch (reader.readByte()) {
        case MongoMessage.SECTION_KIND_BODY -> body.putAll(reader.readDocument());
        case MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE -> readList(reader, lists);
        default -> throw new IllegalArgumentException("section");
      }
    }
    body.putAll(lists);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("body");
    }
    boolean answered = (flags & MORE_TO_COME) == 0;
    Request.Kind kind = answered ? Request.Kind.COMMAND : Request.Kind.UNACKNOWLEDGED;
    return new Request(number, kind, body);
  }

  private static void readList(BsonReader reader, Document lists) {
    int end = reader.position() + reader.readInt();
    String name = reader.readName();
    Received received = new Received();
    while (reader.position() < end) {
      int from = reader.position();
      Document document = reader.readDocument();
      received.add(document, reader.since(from));
    }
    lists.put(name, received);
  }

  private static Request greeting(int number, BsonReader reader) {
    reader.readInt(); // flags
    String collection = reader.readName();
    if (!collection.endsWith(".$cmd")) {
      throw new IllegalArgumentException("query");
    }
    reader.readInt(); // to skip
    reader.readInt(); // to return
    Document query = reader.readDocument();
    Document command = query.get("$query") instanceof Document inner ? inner : query;
    if (command.isEmpty()) {
      throw new IllegalArgumentException("query");
    }
    String database = collection.substring(0, collection.indexOf('.'));
    return new Request(number, Request.Kind.GREETING, command.append("$db", database));
  }
}
