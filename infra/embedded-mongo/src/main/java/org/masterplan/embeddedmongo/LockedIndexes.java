package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.KeyConstraintError;
import java.util.List;
import org.masterplan.embeddedmongo.index.Position;

/**
 * All indexes of a collection as the one index the library knows: it tells us of each change under
 * the write lock, and we stage document and entries together.
 */
final class LockedIndexes extends Index<Position> {
  private final CollectionStorage storage;

  LockedIndexes(CollectionStorage storage) {
    super("_id_", List.of(new IndexKey("_id", true)), false);
    this.storage = storage;
  }

  @Override
  public Position getPosition(Document document) {
    return CollectionStorage.position(document);
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Position> collection) {
    throw new UnsupportedOperationException("documents are added by the collection");
  }

  @Override
  public void add(Document document, Position position, MongoCollection<Position> collection) {
    throw new UnsupportedOperationException("documents are added by the collection");
  }

  @Override
  public Position remove(Document document) {
    storage.stageDelete(document);
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
      MongoCollection<Position> collection)
      throws KeyConstraintError {
    storage.stageUpdate(new IndexEntries.Versions(oldDocument, newDocument));
  }

  @Override
  public boolean isEmpty() {
    return false; // or the library would fill it
  }

  @Override
  public long getCount() {
    return storage.count();
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  @Override
  public boolean canHandle(Document query) {
    return false; // reading is planned by us
  }

  @Override
  public Iterable<Position> getPositions(Document query) {
    throw new UnsupportedOperationException("reading is planned by the collection");
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  @Override
  public void drop() {}
}
