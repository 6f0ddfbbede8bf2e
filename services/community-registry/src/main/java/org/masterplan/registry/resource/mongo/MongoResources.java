package org.masterplan.registry.resource.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.registry.resource.app.Changes;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.app.Versioned;

/** Resources of one kind in a collection of their own. */
public final class MongoResources<T> implements Resources<T> {
  private static final MongoFilters FIELDS = MongoFilters.usual();

  private final VersionedDocuments documents;
  private final Shape<T> shape;

  public MongoResources(MongoDatabase database, String collection, Shape<T> shape) {
    this.documents = new VersionedDocuments(database, collection);
    this.shape = shape;
  }

  @Override
  public Optional<Versioned<T>> find(String name) {
    return documents.find(name).map(this::read);
  }

  @Override
  public void add(String name, T value, AuditEntry entry) {
    documents.add(name, content(value), entry);
  }

  @Override
  public void replace(String name, long seen, T next, AuditEntry entry) {
    documents.replace(name, seen, content(next), entry);
  }

  @Override
  public Slice<Versioned<T>> page(Query query) {
    return documents.page(query, FIELDS).map(this::read);
  }

  @Override
  public Changes<T> changes(String token, int limit) {
    var changes = documents.changes(token, limit);
    return new Changes<>(
        changes.items().stream().map(this::read).toList(), changes.token(), changes.more());
  }

  private Versioned<T> read(Stored stored) {
    return new Versioned<>(shape.read(stored.id(), stored.body()), stored.revision());
  }

  private Content content(T value) {
    var keys = new Document();
    shape.folded(value).forEach((field, text) -> keys.append(field.name(), Texts.fold(text)));
    keys.append("_words", shape.words(value).stream().map(Texts::fold).toList());
    return new Content(shape.write(value), keys);
  }
}
