package org.masterplan.embeddedmongo.kv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

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

  private byte[] bytes = new byte[FIRST];
  private int size = HEADER_BYTES;
  private int count;

  /** Where a batch was at some moment. */
  public record Mark(int size, int count) {}

  public void put(Table table, byte[] key, byte[] value) {
    begin(PUT, table, key);
    writeLength(value.length);
    write(value);
  }

  public void delete(Table table, byte[] key) {
    begin(DELETE, table, key);
  }

  private void begin(byte what, Table table, byte[] key) {
    count++;
    write(what);
    writeLength(Integer.BYTES + key.length);
    write(table.prefix());
    write(key);
  }

  public void clear() {
    size = HEADER_BYTES;
    count = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[FIRST];
    }
  }

  public Mark mark() {
    return new Mark(size, count);
  }

  /** Forgets what was written since {@code mark}. */
  public void backTo(Mark mark) {
    size = mark.size;
    count = mark.count;
  }

  /** How many writes there are. */
  public int size() {
    return count;
  }

  byte[] toBytes() {
    byte[] whole = Arrays.copyOf(bytes, size);
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(COUNT_AT, count);
    return whole;
  }

  private void write(byte value) {
    reserve(1);
    bytes[size++] = value;
  }

  private void write(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void writeLength(int length) {
    int rest = length;
    while (rest >= MORE) {
      write((byte) (rest | MORE));
      rest >>>= SEVEN_BITS;
    }
    write((byte) rest);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
