package org.masterplan.registry.member.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.masterplan.platform.person.Tombstones;
import org.masterplan.registry.member.app.Erased;

/** Marks in MongoDB, under a key that is not there. */
public final class MongoErased implements Erased {
  private final Tombstones tombstones;

  /** {@code secret} is the installation's. */
  public MongoErased(MongoDatabase database, byte[] secret) {
    this.tombstones = new Tombstones(database, secret);
  }

  @Override
  public void mark(Collection<String> texts, Instant at) {
    tombstones.mark(texts, at);
  }

  @Override
  public Map<String, Instant> marked(Collection<String> texts) {
    return tombstones.marked(texts);
  }
}
