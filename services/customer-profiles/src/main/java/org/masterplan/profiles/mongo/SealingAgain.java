package org.masterplan.profiles.mongo;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.profiles.sealing.app.SealedStore;

/**
 * Goes through a collection by id and writes anew what is not sealed as it would be now.
 *
 * @param current whether a stored document is
 * @param write the same document as it is stored now, if nobody has changed it since
 */
public record SealingAgain(
    MongoCollection<Document> collection,
    Predicate<Document> current,
    Function<Document, WriteModel<Document>> write)
    implements SealedStore {
  @Override
  public Step sealAgain(String afterId, int limit) {
    var writes = new ArrayList<WriteModel<Document>>();
    var last = "";
    long documents = 0;
    var page = collection.find(gt("_id", afterId)).sort(Sorts.ascending("_id"));
    for (var document : page.limit(limit).batchSize(limit)) {
      last = document.getString("_id");
      documents++;
      if (!current.test(document)) {
        writes.add(write.apply(document));
      }
    }
    Bulk.write(collection, writes);
    return new Step(last, documents, writes.size());
  }
}
