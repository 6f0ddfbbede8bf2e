package org.masterplan.profiles.resolution.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.resolution.app.Resolutions;
import org.masterplan.profiles.resolution.domain.Resolution;

/** Resolutions in MongoDB, one document each. */
public final class MongoResolutions implements Resolutions {
  private static final String RESOLUTIONS = "resolutions";
  private static final MongoFilters FIELDS = MongoFilters.usual();

  private final VersionedDocuments documents;

  public MongoResolutions(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, RESOLUTIONS);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(RESOLUTIONS, VersionedDocuments.indexes());
  }

  @Override
  public Optional<Resolution> find(String id) {
    return documents.find(id).map(ResolutionDocument::read);
  }

  @Override
  public void add(Resolution resolution, AuditEntry entry) {
    try {
      documents.add(resolution.name().id(), ResolutionDocument.write(resolution), entry);
    } catch (AlreadyExists _) {
      throw AlreadyExists.named(resolution.name().toString());
    }
  }

  @Override
  public void replace(Resolution next, AuditEntry entry) {
    try {
      documents.replace(
          next.name().id(), next.revision() - 1, ResolutionDocument.write(next), entry);
    } catch (Stale _) {
      throw Stale.named(next.name().toString());
    }
  }

  @Override
  public Slice<Resolution> list(Query query) {
    return documents.page(query, FIELDS).map(ResolutionDocument::read);
  }
}
