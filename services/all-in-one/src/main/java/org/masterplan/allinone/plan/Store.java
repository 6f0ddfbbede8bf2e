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

  /**
   * The server that is named, or a store of our own in the folder, which flushes every write to the
   * disk before it is acknowledged where {@code MASTERPLAN_FSYNC} is {@code true}.
   */
  static Store open(@Nullable String named, Path folder) {
    if (named != null && !named.isBlank()) {
      return new Store(named, null);
    }
    boolean fsync = "true".equals(System.getenv("MASTERPLAN_FSYNC"));
    var options = EmbeddedMongo.Options.defaults().withFsyncEveryWrite(fsync);
    var store = EmbeddedMongo.open(folder, options);
    return new Store(store.connectionString(), store);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
