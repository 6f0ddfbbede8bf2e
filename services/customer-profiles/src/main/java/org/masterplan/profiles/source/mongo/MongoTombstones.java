package org.masterplan.profiles.source.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.masterplan.profiles.mongo.Bulk;
import org.masterplan.profiles.source.app.Tombstones;

/** Tombstones in MongoDB: keyed hashes as ids, and nothing else. */
public final class MongoTombstones implements Tombstones {
  private static final String ALGORITHM = "HmacSHA256";

  private final MongoCollection<Document> collection;
  private final SecretKeySpec key;

  /** Prepares the store; {@code secret} is the installation's, at least 16 bytes. */
  public MongoTombstones(MongoDatabase database, byte[] secret) {
    this.collection =
        database
            .getCollection("tombstones")
            .withWriteConcern(com.mongodb.WriteConcern.ACKNOWLEDGED.withJournal(true));
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  @Override
  public Set<String> marked(Collection<String> texts) {
    var marked = new HashSet<String>();
    if (texts.isEmpty() || collection.find().limit(1).first() == null) {
      return marked;
    }
    for (var part : Bulk.parts(texts)) {
      var byHash = new HashMap<String, String>();
      part.forEach(text -> byHash.put(hash(text), text));
      collection
          .find(in("_id", byHash.keySet()))
          .forEach(found -> marked.add(byHash.getOrDefault(found.getString("_id"), "")));
    }
    marked.remove("");
    return marked;
  }

  @Override
  public void mark(Collection<String> texts) {
    Bulk.write(
        collection,
        texts.stream().map(text -> new InsertOneModel<>(new Document("_id", hash(text)))).toList());
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
