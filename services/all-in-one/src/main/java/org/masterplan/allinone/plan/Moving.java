package org.masterplan.allinone.plan;

import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.function.Consumer;
import org.masterplan.allinone.migration.Migration;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/** A plan that nobody serves, and the server its documents are to be on from now on. */
public final class Moving {
  private final DataFolder data;

  public Moving(DataFolder data) {
    this.data = data;
  }

  /** Copies and compares; the documents here are left as they are. */
  public List<Migration.Moved> to(String uri, Consumer<Migration.Moved> told)
      throws Migration.Different {
    try (var store = EmbeddedMongo.open(data.store(), EmbeddedMongo.Options.defaults());
        var from = MongoClients.create(store.connectionString());
        var to = MongoClients.create(uri)) {
      return new Migration(from, to).run(told);
    }
  }
}
