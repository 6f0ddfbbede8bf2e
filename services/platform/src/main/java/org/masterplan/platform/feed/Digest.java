package org.masterplan.platform.feed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;

/**
 * Count and hash of one bucket of resources. The hash does not depend on their order.
 *
 * @param count how many resources
 * @param hash the sum of each resource's hash, of its name and revision
 */
public record Digest(long count, long hash) {
  /** Into how many buckets resources are divided. */
  public static final int BUCKETS = 64;

  /** Digest of everything that {@code reader} hands over, one resource at a time. */
  public static Map<Integer, Digest> of(Consumer<ObjLongConsumer<String>> reader) {
    var buckets = new Buckets();
    reader.accept(buckets::add);
    return buckets.digests();
  }

  /** Collects resources into their buckets. */
  public static final class Buckets {
    private final Map<Integer, Digest> digests = new HashMap<>();

    /** Adds a resource as it stands. */
    public void add(String name, long revision) {
      var one = new Digest(1, hash(name + "@" + revision));
      digests.merge(bucket(name), one, (a, b) -> new Digest(a.count + b.count, a.hash + b.hash));
    }

    /** The buckets that hold something. */
    public Map<Integer, Digest> digests() {
      return Map.copyOf(digests);
    }
  }

  private static int bucket(String name) {
    return (int) (hash(name) % BUCKETS);
  }

  private static long hash(String text) {
    var crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
