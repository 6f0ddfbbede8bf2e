package org.masterplan.allinone.plan;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/**
 * Where documents are kept.
 *
 * @param uri for the driver
 * @param embedded the store of this process; null: somebody else's server
 */
record Store(String uri, @Nullable EmbeddedMongo embedded) implements AutoCloseable {

  /** The server that is named, or a store of our own in the folder. */
  static Store open(@Nullable String named, Path folder) {
    if (named != null && !named.isBlank()) {
      return new Store(named, null);
    }
    var store = EmbeddedMongo.open(folder, EmbeddedMongo.Options.defaults());
    return new Store(store.connectionString(), store);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
