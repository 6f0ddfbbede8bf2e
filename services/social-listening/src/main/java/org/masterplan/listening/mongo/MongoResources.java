package org.masterplan.listening.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.app.Resources;
import org.masterplan.listening.domain.Resource;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;

/**
 * One kind of resource in MongoDB, a document each: what lists look at at the top of the body, all
 * of it under {@code data}.
 */
public final class MongoResources<T extends Resource> implements Resources<T> {
  private static final String AUTHOR = "author_key";
  private static final String DATA = "data";
  private static final int MOST_OF_ONE_PERSON = 10_000;

  private final VersionedDocuments documents;
  private final Listed<T> listed;
  private final Shape<T> shape;

  public MongoResources(MongoDatabase database, String name, Listed<T> listed, Shape<T> shape) {
    this.documents = new VersionedDocuments(database, name);
    this.listed = listed;
    this.shape = shape;
  }

  /** The indexes of such a collection. */
  public static CollectionIndexes indexes(String collection, Listed<?> listed) {
    var all = new ArrayList<>(VersionedDocuments.indexes());
    for (var field : listed.sortable()) {
      all.add(index(field.name(), "body." + field.name(), "_id"));
    }
    all.add(index(AUTHOR, "body." + AUTHOR));
    return new CollectionIndexes(collection, all);
  }

  @Override
  public Optional<T> find(String id) {
    return documents.find(id).map(this::read);
  }

  @Override
  public void add(T first, AuditEntry entry) {
    documents.add(first.id(), content(first), entry);
  }

  @Override
  public Set<String> known(Collection<String> ids) {
    return documents.known(ids);
  }

  @Override
  public Set<String> addAll(Collection<T> firsts, AuditEntry entry) {
    var contents = new LinkedHashMap<String, VersionedDocuments.Content>();
    firsts.forEach(first -> contents.put(first.id(), content(first)));
    return documents.addAll(contents, entry);
  }

  @Override
  public void replace(T next, AuditEntry entry) {
    documents.replace(next.id(), next.revision() - 1, content(next), entry);
  }

  @Override
  public Slice<T> list(Query query) {
    return documents.page(query, MongoFilters.usual()).map(this::read);
  }

  @Override
  public long count(Filter filter) {
    return documents.count(MongoFilters.usual().compile(filter));
  }

  @Override
  public Changes<T> changes(String token, int limit) {
    var changes = documents.changes(token, limit);
    var items = changes.items().stream().map(this::read).toList();
    return new Changes<>(items, changes.token(), changes.more());
  }

  @Override
  public List<T> byAuthor(String person) {
    return person.isEmpty()
        ? List.of()
        : documents
            .list(
                MongoHandles.of("body." + AUTHOR, person),
                Sorts.ascending("_id"),
                MOST_OF_ONE_PERSON)
            .stream()
            .map(this::read)
            .toList();
  }

  private T read(VersionedDocuments.Stored stored) {
    var data = stored.body().get(DATA, Document.class);
    return shape.read(stored.id(), stored.revision(), data);
  }

  private VersionedDocuments.Content content(T item) {
    var body = new Document(DATA, shape.write(item)).append(AUTHOR, author(item));
    for (var field : listed.fields()) {
      var values = listed.values().apply(item, field.name()).stream().map(this::stored).toList();
      body.append(field.name(), values.size() == 1 ? values.getFirst() : values);
    }
    var words = listed.words().apply(item).stream().map(Texts::fold).toList();
    return new VersionedDocuments.Content(body, new Document("_words", words));
  }

  /** One of several keys is found as the only one is. */
  private Object author(T item) {
    var keys = listed.authors().apply(item);
    return keys.size() > 1 ? keys : keys.stream().findFirst().orElse("");
  }

  private @Nullable Object stored(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Number(var number) -> number;
      case Value.Bool(var truth) -> truth;
      case Value.Time(var instant) -> Date.from(instant);
      case Value.Absent() -> null;
      case Value.Present() -> true;
    };
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }
}
