package org.masterplan.profiles.privacy.mongo;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.profiles.privacy.app.Erasures;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Remainder;

/** Erasures in MongoDB, by operation id. */
public final class MongoErasures implements Erasures {
  private static final int LIMIT = 1000;
  private static final String CONFIRMATIONS = "confirmations";
  private static final String REMAINDERS = "remainders";

  private final MongoCollection<Document> collection;

  public MongoErasures(MongoDatabase database) {
    this.collection =
        database
            .getCollection("erasures")
            .withWriteConcern(WriteConcern.ACKNOWLEDGED.withJournal(true));
  }

  @Override
  public Optional<Erasure> find(String id) {
    return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(MongoErasures::read);
  }

  @Override
  public Erasure begin(Erasure erasure) {
    var begun = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    var content = write(erasure);
    content.remove("_id");
    var unlessThere = new Document("$setOnInsert", content);
    return read(
        requireNonNull(collection.findOneAndUpdate(eq("_id", erasure.id()), unlessThere, begun)));
  }

  @Override
  public void put(Erasure erasure) {
    collection.replaceOne(
        eq("_id", erasure.id()), write(erasure), new ReplaceOptions().upsert(true));
  }

  @Override
  public List<Erasure> waiting() {
    return collection
        .find(eq("complete", false))
        .sort(Sorts.ascending("startedAt", "_id"))
        .limit(LIMIT)
        .batchSize(LIMIT)
        .map(MongoErasures::read)
        .into(new ArrayList<>());
  }

  private static Document write(Erasure erasure) {
    var person = erasure.person();
    return new Document("_id", erasure.id())
        .append("profile", erasure.profile())
        .append("profiles", person.profiles())
        .append("phones", person.phones())
        .append("emails", person.emails())
        .append("handles", person.handles())
        .append("records", person.records())
        .append("others", person.others())
        .append("by", erasure.asked().by())
        .append("reason", erasure.asked().reason())
        .append("confirmed", erasure.confirmed())
        .append(CONFIRMATIONS, erasure.confirmations().stream().map(MongoErasures::write).toList())
        .append("waiting", erasure.waiting())
        .append("complete", erasure.complete())
        .append("erased", erasure.erased())
        .append(REMAINDERS, erasure.remainders().stream().map(MongoErasures::write).toList())
        .append("startedAt", Date.from(erasure.asked().at()));
  }

  private static Erasure read(Document document) {
    var person =
        new PersonKeys(
            texts(document, "profiles"),
            texts(document, "phones"),
            texts(document, "emails"),
            texts(document, "handles"),
            texts(document, "records"),
            document.getList("others", String.class, List.of()));
    return new Erasure(
        document.getString("_id"),
        document.getString("profile"),
        person,
        new Erasure.Asked(
            Optional.ofNullable(document.getString("by")).orElse(""),
            document.getString("reason"),
            document.getDate("startedAt").toInstant()),
        confirmations(document),
        texts(document, "waiting"),
        document.getLong("erased"),
        document.getList(REMAINDERS, Document.class, List.of()).stream()
            .map(left -> new Remainder(left.getString("platform"), left.getString("profile")))
            .toList());
  }

  private static Document write(Remainder left) {
    return new Document("platform", left.platform()).append("profile", left.profile());
  }

  /** Earlier releases kept only who confirmed. */
  private static List<Erasure.Confirmation> confirmations(Document document) {
    return document.containsKey(CONFIRMATIONS)
        ? document.getList(CONFIRMATIONS, Document.class).stream()
            .map(MongoErasures::confirmation)
            .toList()
        : texts(document, "confirmed").stream()
            .map(service -> new Erasure.Confirmation(service, 0, Optional.empty()))
            .toList();
  }

  private static Document write(Erasure.Confirmation confirmation) {
    return new Document("service", confirmation.service())
        .append("erased", confirmation.erased())
        .append("at", confirmation.at().map(Date::from).orElse(null));
  }

  private static Erasure.Confirmation confirmation(Document document) {
    return new Erasure.Confirmation(
        document.getString("service"),
        document.getLong("erased"),
        Optional.ofNullable(document.getDate("at")).map(Date::toInstant));
  }

  private static List<String> texts(Document document, String field) {
    return document.getList(field, String.class);
  }
}
