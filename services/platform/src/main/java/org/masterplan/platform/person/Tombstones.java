package org.masterplan.platform.person;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;

/**
 * Marks of what was erased, so that an old file brings nobody back. Only hashes are kept, under a
 * key that is not in the database: whoever has the database alone cannot even try names.
 */
public final class Tombstones {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String AT = "at";
  private static final int BATCH = 1000;

  private final MongoCollection<Document> collection;
  private final SecretKeySpec key;

  /** {@code secret} is the installation's, as {@link SecretFile} gives it. */
  public Tombstones(MongoDatabase database, byte[] secret) {
    this.collection =
        database
            .getCollection("tombstones")
            .withWriteConcern(WriteConcern.ACKNOWLEDGED.withJournal(true));
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Marks the texts as erased; safely stored when this returns. A repeat keeps the latest time. */
  public void mark(Collection<String> texts, Instant at) {
    for (var text : texts) {
      var change = Updates.max(AT, Date.from(at));
      collection.updateOne(eq("_id", hash(text)), change, new UpdateOptions().upsert(true));
    }
  }

  /** Which of the texts are marked, and when their person was erased. */
  public Map<String, Instant> marked(Collection<String> texts) {
    var marked = new HashMap<String, Instant>();
    // Of few it is asked at once; many need not be hashed where nobody was ever erased.
    if (texts.size() > BATCH && collection.find().limit(1).first() == null) {
      return marked;
    }
    texts.stream().gather(Gatherers.windowFixed(BATCH)).forEach(part -> look(part, marked));
    return marked;
  }

  private void look(List<String> part, Map<String, Instant> marked) {
    var byHash = new HashMap<String, String>();
    part.forEach(text -> byHash.put(hash(text), text));
    for (var found : collection.find(in("_id", byHash.keySet())).batchSize(BATCH)) {
      var text = byHash.get(found.getString("_id"));
      if (text != null) {
        marked.put(text, at(found));
      }
    }
  }

  /** Marks were once stored without their time: who was erased then, was long ago. */
  private static Instant at(Document found) {
    var at = found.getDate(AT);
    return at == null ? Instant.EPOCH : at.toInstant();
  }

  private String hash(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}
