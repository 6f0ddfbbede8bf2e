package org.masterplan.platform.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;

/** How pages are packed. */
enum Codec {
  UNCOMPRESSED {
    @Override
    int unpack(byte[] packed, byte[] unpacked, int from) {
      int room = unpacked.length - from;
      System.arraycopy(packed, from, unpacked, from, Math.min(room, packed.length - from));
      return packed.length - from;
    }
  },
  SNAPPY {
    @Override
    int unpack(byte[] packed, byte[] unpacked, int from) throws IOException {
      int length = packed.length - from;
      return Snappy.uncompressedLength(packed, from, length) == unpacked.length - from
          ? Snappy.uncompress(packed, from, length, unpacked, from)
          : -1;
    }
  },
  GZIP {
    @Override
    int unpack(byte[] packed, byte[] unpacked, int from) throws IOException {
      var stream = new ByteArrayInputStream(packed, from, packed.length - from);
      try (var in = new GZIPInputStream(stream)) {
        int read = in.readNBytes(unpacked, from, unpacked.length - from);
        return in.read() < 0 ? read : -1;
      }
    }
  },
  ZSTD {
    @Override
    int unpack(byte[] packed, byte[] unpacked, int from) {
      int room = unpacked.length - from;
      return (int)
          Zstd.decompressByteArray(unpacked, from, room, packed, from, packed.length - from);
    }
  };

  /** The format's own order; those of which there are none here have a name. */
  private static final String[] NAMES = {
    "UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"
  };

  static Codec of(long number, String column) {
    var name = number >= 0 && number < NAMES.length ? NAMES[(int) number] : "" + number;
    for (var codec : values()) {
      if (codec.name().equals(name)) {
        return codec;
      }
    }
    throw Faults.codec(column, name);
  }

  /** Unpacks what is behind {@code from} to the same place; how many bytes that came to. */
  abstract int unpack(byte[] packed, byte[] unpacked, int from) throws IOException;

  /**
   * A page as it was before it was packed.
   *
   * @param plain bytes at its beginning that are never packed
   * @param length what it says that it comes to
   */
  byte[] unpacked(String column, byte[] page, int plain, int length) {
    if (plain < 0 || plain > page.length || plain > length) {
      throw Faults.broken();
    }
    var unpacked = new byte[length];
    System.arraycopy(page, 0, unpacked, 0, plain);
    try {
      if ((length > plain || page.length > plain)
          && unpack(page, unpacked, plain) != length - plain) {
        throw Faults.broken();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ZstdException _) {
      throw Faults.broken();
    } catch (LinkageError | SnappyError _) {
      // The libraries are native ones; of some machine there may be none.
      throw Faults.codec(column, name());
    }
    return unpacked;
  }
}
