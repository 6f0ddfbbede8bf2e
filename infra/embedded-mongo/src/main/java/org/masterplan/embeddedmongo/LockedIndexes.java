package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.masterplan.embeddedmongo.index.Position;

/**
 * All indexes of a collection as the one index the library knows: it tells us of each update under
 * the write lock, and we stage document and entries together.
 */
final class LockedIndexes extends EmptyIndex<Position> {
  private final CollectionStorage storage;

  LockedIndexes(CollectionStorage storage) {
    super("_id_", List.of(new IndexKey("_id", true)));
    this.storage = storage;
  }

  @Override
  public Position getPosition(Document document) {
    return CollectionStorage.position(document);
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Position> collection) {
    storage.checkUnique((StoreCollection) collection, newDocument);
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Position position,
      MongoCollection<Position> collection) {
    storage.stageUpdate(new IndexEntries.Versions(oldDocument, newDocument));
  }

  @Override
  public boolean isEmpty() {
    return false; // or the library would fill it
  }
}
