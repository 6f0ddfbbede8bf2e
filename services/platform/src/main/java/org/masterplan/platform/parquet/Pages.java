package org.masterplan.platform.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one group of rows; one is held at a time. */
final class Pages {
  private static final int RLE = 3;

  private final FileChannel file;
  private final Chunk chunk;
  private final Leaf leaf;
  private final Held held;
  private @Nullable Dictionary dictionary;
  private long at;
  private long left;
  private long holding;

  Pages(FileChannel file, Chunk chunk, Leaf leaf, Held held) {
    this.file = file;
    this.chunk = chunk;
    this.leaf = leaf;
    this.held = held;
    this.at = chunk.start();
    this.left = chunk.values();
  }

  /** The next page with values; null behind the last. */
  @Nullable Page next() throws IOException {
    release();
    while (left > 0 && at < chunk.end()) {
      var header = PageHeader.read(file, at, chunk.end());
      at += header.length();
      long length = header.packed();
      if (length < 0 || length > chunk.end() - at) {
        throw Faults.broken();
      }
      at += length;
      var page = page(header, at - length);
      if (page != null && !page.isEmpty()) {
        return page;
      }
    }
    return null;
  }

  /** Gives the memory back. */
  void close() {
    release();
    if (dictionary != null) {
      held.release(dictionary.held());
      dictionary = null;
    }
  }

  private @Nullable Page page(PageHeader header, long from) throws IOException {
    return switch (header.type()) {
      case PageHeader.DATA -> first(header.fields().struct(5), body(header, from, 0));
      case PageHeader.DATA_2 -> second(header, from);
      case PageHeader.DICTIONARY -> {
        dictionary(header.fields().struct(7), body(header, from, 0));
        yield null;
      }
      default -> null;
    };
  }

  /** Levels stand before the values and are packed with them. */
  private Page first(Struct about, byte[] body) {
    var in = Bytes.of(body);
    var repetitions =
        leaf.repetition() == 0 ? null : levels(leaf.repetition(), in, about.number(4));
    var definitions =
        leaf.definition() == 0 ? null : levels(leaf.definition(), in, about.number(3));
    return page(about.number(1), about.number(2), new Page.Parts(repetitions, definitions), in);
  }

  private Levels levels(int max, Bytes in, long encoding) {
    if (encoding != RLE) {
      throw Faults.encoding(leaf.name(), encoding);
    }
    return Levels.upTo(max, in.part(in.littleEndian(4)));
  }

  /** Levels stand before the values and are never packed. */
  private Page second(PageHeader header, long from) throws IOException {
    var about = header.fields().struct(8);
    long repeated = about.number(6);
    long defined = about.number(5);
    if (repeated < 0 || defined < 0 || repeated + defined > header.packed()) {
      throw Faults.broken();
    }
    boolean packed = about.flag(7, true);
    long plain = packed ? repeated + defined : header.packed();
    var in = Bytes.of(body(header, from, plain));
    var repetitions = in.part(repeated);
    var definitions = in.part(defined);
    var parts =
        new Page.Parts(
            leaf.repetition() == 0 ? null : Levels.upTo(leaf.repetition(), repetitions),
            leaf.definition() == 0 ? null : Levels.upTo(leaf.definition(), definitions));
    return page(about.number(1), about.number(4), parts, in);
  }

  private Page page(long count, long encoding, Page.Parts parts, Bytes in) {
    if (count < 0 || count > left) {
      throw Faults.broken();
    }
    left -= count;
    return new Page(leaf, count, parts, () -> values(encoding, in, count));
  }

  private Values values(long encoding, Bytes in, long count) {
    var physical = leaf.physical();
    return switch ((int) encoding) {
      case 0 -> Values.plain(in, physical, leaf.length());
      case 2, 8 -> known().at(in);
      case RLE -> truths(in);
      case 5 -> Values.distances(in, physical, count);
      case 6 -> Values.lengths(in, count);
      case 7 -> Values.beginnings(in, count, held.longest());
      case 9 -> Values.scattered(in, physical, leaf.length());
      default -> throw Faults.encoding(leaf.name(), encoding);
    };
  }

  private Values truths(Bytes in) {
    if (leaf.physical() != Physical.BOOLEAN) {
      throw Faults.broken();
    }
    return Values.truths(in);
  }

  private Dictionary known() {
    if (dictionary == null) {
      throw Faults.broken();
    }
    return dictionary;
  }

  private void dictionary(Struct about, byte[] body) {
    if (dictionary != null) {
      throw Faults.broken();
    }
    dictionary = new Dictionary(body, about.number(1), leaf);
    held.take(dictionary.held());
    release();
  }

  /** The bytes of a page, unpacked; its first {@code plain} bytes are as they stand in the file. */
  private byte[] body(PageHeader header, long from, long plain) throws IOException {
    int length = held.page(header.unpacked());
    holding += length;
    int packed = held.page(header.packed());
    try {
      var body = Footer.read(file, from, packed);
      check(header, body);
      return chunk.codec().unpacked(leaf.name(), body, (int) plain, length);
    } finally {
      held.release(packed);
    }
  }

  private static void check(PageHeader header, byte[] body) {
    if (header.fields().has(4)) {
      var crc = new CRC32();
      crc.update(body);
      if ((int) crc.getValue() != (int) header.fields().number(4)) {
        throw Faults.broken();
      }
    }
  }

  private void release() {
    held.release(holding);
    holding = 0;
  }
}
