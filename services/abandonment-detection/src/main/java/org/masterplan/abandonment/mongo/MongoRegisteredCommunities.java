package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;
import org.bson.Document;
import org.masterplan.abandonment.app.RegisteredCommunities;
import org.masterplan.abandonment.domain.Registered;

/** The register's communities in MongoDB, one document each. */
public final class MongoRegisteredCommunities implements RegisteredCommunities {
  private static final String REVISION = "revision";

  /** Tells a document that was damaged, or written by an earlier release. */
  private static final String SUM = "sum";

  private final MongoCollection<Document> collection;

  public MongoRegisteredCommunities(MongoDatabase database) {
    this.collection = database.getCollection("registered_communities");
  }

  @Override
  public void put(Seen seen) {
    var community = seen.community();
    collection.replaceOne(
        eq("_id", community.community()),
        RegisteredDocument.write(community)
            .append(REVISION, seen.revision())
            .append(SUM, sum(community)),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public void eachRevision(ObjLongConsumer<String> reader) {
    collection.find().batchSize(500).forEach(d -> reader.accept(d.getString("_id"), revision(d)));
  }

  private static long revision(Document stored) {
    var revision = stored.getLong(REVISION);
    boolean whole = Objects.equals(stored.getLong(SUM), sum(RegisteredDocument.read(stored)));
    return revision == null || !whole ? 0 : revision;
  }

  private static long sum(Registered community) {
    var crc = new CRC32C();
    crc.update(community.toString().getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  @Override
  public Optional<Registered> find(String community) {
    return Optional.ofNullable(collection.find(eq("_id", community)).first())
        .map(RegisteredDocument::read);
  }

  @Override
  public List<Registered> all() {
    return collection
        .find()
        .sort(Sorts.ascending("_id"))
        .batchSize(500)
        .map(RegisteredDocument::read)
        .into(new ArrayList<>());
  }
}
