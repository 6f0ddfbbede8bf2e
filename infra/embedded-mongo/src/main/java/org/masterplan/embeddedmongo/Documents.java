package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents as they are stored: BSON. */
final class Documents {
  private static final int TOO_LARGE = 10334;
  private static final int LARGEST = 16 << 20;
  private static final int FIRST_BUFFER = 512;
  private static final int BYTES_PER_CHARACTER = 3;
  private static final int BYTES_PER_VALUE = 16;

  private Documents() {}

  static byte[] encode(Document document) {
    ByteBuf buffer = Unpooled.buffer(FIRST_BUFFER);
    BsonEncoder.encodeDocument(document, buffer);
    if (buffer.readableBytes() > LARGEST) {
      throw new MongoServerError(
          TOO_LARGE,
          "BSONObjectTooLarge",
          "document of %d bytes (expected: at most %d)".formatted(buffer.readableBytes(), LARGEST));
    }
    return ByteBufUtil.getBytes(buffer);
  }

  static Document decode(byte[] bson) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
  }

  /** At least the bytes that {@code value} takes in a reply. */
  static long sizeAtMost(@Nullable Object value) {
    return switch (value) {
      case null -> BYTES_PER_VALUE;
      case String text -> BYTES_PER_VALUE + (long) BYTES_PER_CHARACTER * text.length();
      case Map<?, ?> document ->
          BYTES_PER_VALUE
              + document.entrySet().stream()
                  .mapToLong(each -> sizeAtMost(each.getKey()) + sizeAtMost(each.getValue()))
                  .sum();
      case Collection<?> array ->
          BYTES_PER_VALUE
              + array.stream().mapToLong(each -> BYTES_PER_VALUE + sizeAtMost(each)).sum();
      case de.bwaldvogel.mongo.bson.BinData binary -> BYTES_PER_VALUE + binary.getData().length;
      default -> 2 * BYTES_PER_VALUE;
    };
  }
}
