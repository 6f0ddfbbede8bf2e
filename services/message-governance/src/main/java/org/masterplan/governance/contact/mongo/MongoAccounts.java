package org.masterplan.governance.contact.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.masterplan.governance.contact.app.Accounts;
import org.masterplan.governance.contact.domain.Account;

/** Accounts in MongoDB, one document each, replaced whole under the revision. */
public final class MongoAccounts implements Accounts {
  /** Name of the collection. It is read by {@code _id} only and needs no index. */
  public static final String COLLECTION = "accounts";

  private final MongoCollection<Document> collection;

  public MongoAccounts(MongoDatabase database) {
    // The ledger is worth an fsync: a grant that was answered must be counted.
    this.collection = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.JOURNALED);
  }

  @Override
  public Account find(String key) {
    var stored = collection.find(eq("_id", key)).first();
    return stored == null ? Account.empty(key) : AccountDocument.read(stored);
  }

  @Override
  public Map<String, Account> find(Collection<String> keys) {
    var found = new HashMap<String, Account>();
    collection
        .find(in("_id", keys))
        .batchSize(1000)
        .forEach(d -> found.put(d.getString("_id"), AccountDocument.read(d)));
    return found;
  }

  @Override
  public boolean replace(Account next) {
    if (next.revision() == 1) {
      return insert(next);
    }
    // The filter is the lock: it matches only while the previous revision is still stored.
    var lock = and(eq("_id", next.key()), eq("revision", next.revision() - 1));
    return collection.replaceOne(lock, AccountDocument.write(next)).getMatchedCount() == 1;
  }

  private boolean insert(Account first) {
    try {
      collection.insertOne(AccountDocument.write(first));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public int remove(List<String> keys) {
    return keys.stream()
        .mapToInt(k -> (int) collection.deleteOne(eq("_id", k)).getDeletedCount())
        .sum();
  }
}
