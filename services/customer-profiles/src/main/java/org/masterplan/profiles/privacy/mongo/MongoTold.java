package org.masterplan.profiles.privacy.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.profiles.privacy.app.Told;
import org.masterplan.profiles.privacy.domain.Standstill;

/** How far each service was told, and what stands still with it, one document each. */
public final class MongoTold implements Told {
  private static final String DECISION = "decision";

  private final MongoCollection<Document> collection;
  private final MongoCollection<Document> standing;

  public MongoTold(MongoDatabase database) {
    this.collection = database.getCollection("movesTold");
    this.standing = database.getCollection("movesStanding");
  }

  @Override
  public long upTo(String service) {
    var found = collection.find(eq("_id", service)).first();
    return found == null ? 0 : found.getLong(DECISION);
  }

  @Override
  public void upTo(String service, long decision) {
    collection.updateOne(
        eq("_id", service), Updates.max(DECISION, decision), new UpdateOptions().upsert(true));
  }

  @Override
  public List<Standstill> standing(String service) {
    return standing
        .find(of(service))
        .sort(Sorts.ascending("_id"))
        .map(MongoTold::read)
        .into(new ArrayList<>());
  }

  @Override
  public long countStanding(String service) {
    return standing.countDocuments(of(service));
  }

  @Override
  public void stand(Standstill move) {
    standing.replaceOne(eq("_id", id(move)), write(move), new ReplaceOptions().upsert(true));
  }

  @Override
  public void goOn(Standstill move) {
    standing.deleteOne(eq("_id", id(move)));
  }

  /** Names of services have no slash, and "0" is what follows it. */
  private static Bson of(String service) {
    return and(gt("_id", service + "/"), lt("_id", service + "0"));
  }

  /** In the order of decisions, and of shifts within each. */
  private static String id(Standstill move) {
    return "%s/%019d/%010d".formatted(move.service(), move.decision(), move.place());
  }

  private static Document write(Standstill move) {
    return new Document("_id", id(move))
        .append("service", move.service())
        .append(DECISION, move.decision())
        .append("place", move.place())
        .append("from", move.from())
        .append("to", move.to())
        .append("refusals", move.refusals())
        .append("next", Date.from(move.next()));
  }

  private static Standstill read(Document document) {
    return new Standstill(
        document.getString("service"),
        document.getLong(DECISION),
        document.getInteger("place"),
        document.getString("from"),
        document.getString("to"),
        document.getInteger("refusals"),
        document.getDate("next").toInstant());
  }
}
