package org.masterplan.profiles.census.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.census.app.Censuses;
import org.masterplan.profiles.census.domain.Arrivals;
import org.masterplan.profiles.census.domain.Census;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.Size;

/** The newest sample in MongoDB: one document of opaque names and numbers. */
public final class MongoCensuses implements Censuses {
  private static final String COLLECTION = "peopleSamples";
  private static final String NEWEST = "newest";

  private final VersionedDocuments documents;

  public MongoCensuses(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, COLLECTION);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(COLLECTION, VersionedDocuments.indexes());
  }

  @Override
  public Census current() {
    return documents.find(NEWEST).map(MongoCensuses::read).orElse(Census.NONE);
  }

  @Override
  public void replace(Census next, AuditEntry entry) {
    try {
      if (next.revision() == 1) {
        documents.add(NEWEST, write(next), entry);
      } else {
        documents.replace(NEWEST, next.revision() - 1, write(next), entry);
      }
    } catch (AlreadyExists | Stale _) {
      throw Stale.named("peopleSample");
    }
  }

  private static Content write(Census census) {
    var looks =
        census.looks().stream()
            .map(
                look ->
                    new Document("profile", look.profile())
                        .append("records", look.records())
                        .append("elsewhere", look.elsewhere()))
            .toList();
    var drawing = census.drawing().map(MongoCensuses::write).orElse(null);
    return new Content(new Document("drawing", drawing).append("looks", looks), new Document());
  }

  private static Document write(Census.Drawing drawing) {
    var profiles = new Document();
    drawing.profiles().forEach((size, count) -> profiles.append(size.name(), count));
    return new Document("at", Date.from(drawing.at()))
        .append("actor", drawing.actor())
        .append("ever", drawing.arrivals().ever())
        .append("left", drawing.arrivals().left())
        .append("profiles", profiles);
  }

  private static Census read(Stored stored) {
    var drawing = Optional.ofNullable(stored.body().get("drawing", Document.class));
    var looks =
        stored.body().getList("looks", Document.class).stream()
            .map(
                look ->
                    new Look(
                        look.getString("profile"),
                        look.getInteger("records"),
                        look.getList("elsewhere", Integer.class)))
            .toList();
    return new Census(drawing.map(MongoCensuses::drawing), looks, stored.revision());
  }

  private static Census.Drawing drawing(Document stored) {
    var arrivals = new Arrivals(stored.getLong("ever"), stored.getLong("left"));
    Map<Size, Integer> profiles = new EnumMap<>(Size.class);
    for (var size : Size.values()) {
      Optional.ofNullable(stored.get("profiles", Document.class).getInteger(size.name()))
          .ifPresent(count -> profiles.put(size, count));
    }
    return new Census.Drawing(
        stored.getDate("at").toInstant(), stored.getString("actor"), arrivals, profiles);
  }
}
