package org.masterplan.embeddedmongo;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * A query of the stored collection and of the model.
 *
 * @param batch how many documents come at once
 */
record Question(Document filter, Document sort, int limit, int batch) {
  List<Document> answer(ModelCollection model) {
    List<Document> all = model.find(filter, sort);
    return limit == 0 ? all : all.stream().limit(limit).toList();
  }

  List<Document> ask(MongoCollection<Document> stored) {
    return stored.find(filter).sort(sort).limit(limit).batchSize(batch).into(new ArrayList<>());
  }
}
