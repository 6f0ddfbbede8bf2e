package org.masterplan.profiles.consent.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.consent.domain.Consent;

/** The ledger of consent in MongoDB. {@code untold} is there only while governance is not told. */
public final class MongoConsents implements Consents {
  private static final String CONSENTS = "consents";
  private static final Bson UNTOLD = eq("untold", true);

  private final MongoCollection<Document> collection;

  public MongoConsents(MongoDatabase database) {
    this.collection =
        database
            .getCollection(CONSENTS)
            .withWriteConcern(WriteConcern.ACKNOWLEDGED.withJournal(true));
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(
        CONSENTS,
        List.of(
            new IndexModel(Indexes.ascending("subject"), new IndexOptions().name("subject")),
            new IndexModel(
                Indexes.ascending("purpose", "channel"),
                new IndexOptions().name("purpose_channel")),
            new IndexModel(
                Indexes.ascending("untold"), new IndexOptions().name("untold").sparse(true))));
  }

  @Override
  public long add(Collection<Consent> consents) {
    var writes = consents.stream().map(c -> new InsertOneModel<>(write(c))).toList();
    return consents.size() - Bulk.write(collection, writes).size();
  }

  @Override
  public List<Consent> about(Collection<String> subjects) {
    var found = new ArrayList<Consent>();
    for (var part : Bulk.parts(subjects)) {
      collection.find(in("subject", part)).batchSize(500).map(MongoConsents::read).into(found);
    }
    found.sort(Comparator.comparing(Consent::time).reversed().thenComparing(Consent::id));
    return found;
  }

  @Override
  public List<Consent> untold(Optional<Consent> after, int limit) {
    return collection
        .find(after.map(MongoConsents::untoldAfter).orElse(UNTOLD))
        .sort(Sorts.ascending("time", "_id"))
        .limit(limit)
        .batchSize(limit)
        .map(MongoConsents::read)
        .into(new ArrayList<>());
  }

  private static Bson untoldAfter(Consent after) {
    var time = Date.from(after.time());
    return and(UNTOLD, or(gt("time", time), and(eq("time", time), gt("_id", after.id()))));
  }

  @Override
  public List<Consent> untoldOf(Collection<Consent> some) {
    var ids =
        some.stream().filter(c -> c.state() == Consent.State.WITHDRAWN).map(Consent::id).toList();
    var found = new ArrayList<Consent>();
    for (var part : Bulk.parts(ids)) {
      collection
          .find(and(in("_id", part), UNTOLD))
          .batchSize(500)
          .map(MongoConsents::read)
          .into(found);
    }
    found.sort(OLDEST_FIRST);
    return found;
  }

  @Override
  public void told(Collection<Consent> consents) {
    for (var part : Bulk.parts(consents.stream().map(Consent::id).toList())) {
      collection.updateMany(in("_id", part), Updates.unset("untold"));
    }
  }

  @Override
  public void agreed(String purpose, String channel, Consumer<String> subject) {
    var granted = eq("state", Consent.State.GRANTED.name());
    collection
        .find(and(eq("purpose", purpose), eq("channel", channel), granted))
        .projection(Projections.include("subject"))
        .batchSize(1000)
        .forEach(document -> subject.accept(document.getString("subject")));
  }

  @Override
  public long erase(Collection<String> subjects) {
    long erased = 0;
    for (var part : Bulk.parts(subjects)) {
      erased += collection.deleteMany(in("subject", part)).getDeletedCount();
    }
    return erased;
  }

  private static Document write(Consent consent) {
    var document = document(consent);
    return consent.state() == Consent.State.WITHDRAWN ? document.append("untold", true) : document;
  }

  private static Document document(Consent consent) {
    return new Document("_id", consent.id())
        .append("subject", consent.subject())
        .append("purpose", consent.purpose())
        .append("channel", consent.channel())
        .append("state", consent.state().name())
        .append("time", Date.from(consent.time()))
        .append("evidence", consent.evidence())
        .append("recorder", consent.recorder());
  }

  private static Consent read(Document document) {
    return new Consent(
        document.getString("subject"),
        document.getString("purpose"),
        document.getString("channel"),
        Consent.State.valueOf(document.getString("state")),
        document.getDate("time").toInstant(),
        document.getString("evidence"),
        document.getString("recorder"));
  }
}
