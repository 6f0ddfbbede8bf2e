package org.masterplan.platform.intake;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.masterplan.kernel.refusal.Unavailable;

/**
 * The imports that are under way. Who is forgotten meanwhile is told to each of them, because its
 * file may name the person again, or a row in its hands may. Words are told as hashes under a key
 * of that import, and end with it.
 */
final class OpenRecordings {
  private static final String COLLECTION = "recordings";
  private static final String KEY = "key";
  private static final String FORGOTTEN = "forgotten";
  private static final String EXPIRES = "expiresAt";
  private static final String ALGORITHM = "HmacSHA256";

  private final MongoCollection<Document> collection;

  OpenRecordings(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  /** Opens one; {@code expires} is when it is forgotten if its process dies. */
  Open open(Instant expires) {
    var key = UUID.randomUUID().toString();
    var id = UUID.randomUUID().toString();
    collection.insertOne(
        new Document("_id", id)
            .append(KEY, key)
            .append(FORGOTTEN, List.of())
            .append(EXPIRES, Date.from(expires)));
    return new Open(id, key);
  }

  /** Tells every open one that rows of these words are forgotten. */
  void tell(Collection<String> words) {
    if (words.isEmpty()) {
      return;
    }
    for (var open : collection.find().into(new ArrayList<>())) {
      var hashes = words.stream().map(word -> hash(open.getString(KEY), word)).toList();
      collection.updateOne(
          eq("_id", open.getString("_id")), Updates.addEachToSet(FORGOTTEN, hashes));
    }
  }

  void sweep(Instant now) {
    collection.deleteMany(lt(EXPIRES, Date.from(now)));
  }

  /** One that is under way. */
  final class Open implements AutoCloseable {
    private final String id;
    private final String key;

    private Open(String id, String key) {
      this.id = id;
      this.key = key;
    }

    /**
     * The words of {@code some} that were forgotten since this was opened, which stays open until
     * {@code expires} now. Refuses once it is gone: who was forgotten since is not known then.
     */
    Set<String> forgotten(Stream<String> some, Instant expires) {
      var found =
          collection.findOneAndUpdate(eq("_id", id), Updates.set(EXPIRES, Date.from(expires)));
      if (found == null) {
        throw new Unavailable("IMPORT_STOOD_STILL", Map.of());
      }
      var hashes = found.getList(FORGOTTEN, String.class);
      if (hashes.isEmpty()) {
        return Set.of();
      }
      var all = Set.copyOf(hashes);
      return some.filter(word -> all.contains(hash(key, word))).collect(Collectors.toSet());
    }

    @Override
    public void close() {
      collection.deleteOne(eq("_id", id));
    }
  }

  private static String hash(String key, String word) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(word.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}
