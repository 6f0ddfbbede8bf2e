package org.masterplan.embeddedmongo.kv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes that become visible and durable together or not at all. Laid out as RocksDB lays out its
 * own, so that a batch of any size is handed over in one piece.
 */
public final class Batch {
  private static final int HEADER_BYTES = 12; // a sequence number that RocksDB fills in, a count
  private static final int COUNT_AT = 8;
  private static final int FIRST = 4 << 10;
  private static final int KEPT = 4 << 20;
  private static final byte DELETE = 0;
  private static final byte PUT = 1;
  private static final int SEVEN_BITS = 7;
  private static final int MORE = 0x80;

  private GrowingBytes out = begun();
  private int count;

  /** Where a batch was at some moment. */
  public record Mark(int size, int count) {}

  private static GrowingBytes begun() {
    GrowingBytes out = new GrowingBytes(FIRST);
    out.reserve(HEADER_BYTES);
    return out;
  }

  public void put(Table table, byte[] key, byte[] value) {
    begin(PUT, table, key);
    writeLength(value.length);
    out.write(value);
  }

  public void delete(Table table, byte[] key) {
    begin(DELETE, table, key);
  }

  private void begin(byte what, Table table, byte[] key) {
    count++;
    out.write(what);
    writeLength(Integer.BYTES + key.length);
    out.write(table.prefix());
    out.write(key);
  }

  private void writeLength(int length) {
    int rest = length;
    while (rest >= MORE) {
      out.write(rest | MORE);
      rest >>>= SEVEN_BITS;
    }
    out.write(rest);
  }

  public void clear() {
    backTo(new Mark(HEADER_BYTES, 0));
    if (out.array().length > KEPT) {
      out = begun();
    }
  }

  public Mark mark() {
    return new Mark(out.size(), count);
  }

  /** Forgets what was written since {@code mark}. */
  public void backTo(Mark mark) {
    out.backTo(mark.size);
    count = mark.count;
  }

  /** How many writes there are. */
  public int size() {
    return count;
  }

  byte[] toBytes() {
    byte[] whole = out.toByteArray();
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(COUNT_AT, count);
    return whole;
  }
}
