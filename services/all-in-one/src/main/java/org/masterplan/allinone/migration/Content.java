package org.masterplan.allinone.migration;

import com.mongodb.client.MongoCollection;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.bson.RawBsonDocument;

/**
 * What a collection holds, so that two can be compared.
 *
 * @param documents how many
 * @param checksum of all their bytes, in whatever order they come
 */
public record Content(long documents, long checksum) {
  private static final int BATCH = 1_000;

  static Content of(MongoCollection<RawBsonDocument> collection) {
    long documents = 0;
    long checksum = 0;
    try (var all = collection.find().batchSize(BATCH).iterator()) {
      while (all.hasNext()) {
        documents++;
        checksum += hash(all.next());
      }
    }
    return new Content(documents, checksum);
  }

  private static long hash(RawBsonDocument document) {
    var buffer = document.getByteBuffer();
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(buffer.asNIO());
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    } finally {
      buffer.release();
    }
  }
}
