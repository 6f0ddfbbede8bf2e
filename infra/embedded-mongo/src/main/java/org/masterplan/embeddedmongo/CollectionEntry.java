package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.embeddedmongo.index.Fields;
import org.masterplan.embeddedmongo.index.IndexDefinition;

/** What the catalog knows of one collection. */
record CollectionEntry(Name name, int table, List<IndexEntry> indexes) {

  record Name(String database, String collection) {}

  record IndexEntry(IndexDefinition definition, int table) {}

  static CollectionEntry of(Document document) {
    List<IndexEntry> indexes = new ArrayList<>();
    for (Object each : Fields.list(document, "indexes")) {
      Document index = (Document) each;
      IndexDefinition definition = IndexDefinition.of(Fields.document(index, "spec"));
      indexes.add(new IndexEntry(definition, Fields.number(index, "table").intValue()));
    }
    Name name = new Name(Fields.text(document, "database"), Fields.text(document, "collection"));
    return new CollectionEntry(name, Fields.number(document, "table").intValue(), indexes);
  }

  Document toDocument() {
    List<Document> stored =
        indexes.stream()
            .map(
                index ->
                    new Document("spec", index.definition().spec()).append("table", index.table()))
            .toList();
    return new Document("database", name.database())
        .append("collection", name.collection())
        .append("table", table)
        .append("indexes", stored);
  }

  CollectionEntry renamed(Name newName) {
    return new CollectionEntry(newName, table, indexes);
  }

  List<Integer> tables() {
    List<Integer> tables = new ArrayList<>();
    tables.add(table);
    indexes.forEach(index -> tables.add(index.table()));
    return tables;
  }
}
