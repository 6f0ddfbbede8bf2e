package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.masterplan.abandonment.app.Turnouts;
import org.masterplan.abandonment.domain.Turnout;

/**
 * Turnouts in MongoDB, one document per community. Pseudonyms are packed to 16 bytes, so that half
 * a million people fit into one.
 */
public final class MongoTurnouts implements Turnouts {
  private static final int PACKED = 16;
  private static final String MARK = "~";

  private final MongoCollection<Document> collection;

  public MongoTurnouts(MongoDatabase database) {
    this.collection = database.getCollection("turnouts");
  }

  @Override
  public void put(String community, Recent recent) {
    var document =
        new Document("_id", community)
            .append("last30", write(recent.last30()))
            .append("last90", write(recent.last90()));
    collection.replaceOne(eq("_id", community), document, new ReplaceOptions().upsert(true));
  }

  @Override
  public List<Recent> find(Collection<String> communities) {
    return collection
        .find(in("_id", communities))
        .batchSize(50)
        .map(
            d ->
                new Recent(
                    read(d.get("last30", Document.class)), read(d.get("last90", Document.class))))
        .into(new ArrayList<>());
  }

  private static Document write(Turnout turnout) {
    var packed = ByteBuffer.allocate(PACKED * turnout.people().size());
    turnout.people().forEach(p -> packed.put(HexFormat.of().parseHex(p.substring(1))));
    return new Document("people", new Binary(packed.array()))
        .append("least", turnout.leastOthers())
        .append("most", turnout.mostOthers());
  }

  private static Turnout read(Document d) {
    var packed = d.get("people", Binary.class).getData();
    Set<String> people = HashSet.newHashSet(packed.length / PACKED);
    for (int from = 0; from < packed.length; from += PACKED) {
      people.add(MARK + HexFormat.of().formatHex(packed, from, from + PACKED));
    }
    return new Turnout(people, d.getLong("least"), d.getLong("most"));
  }
}
