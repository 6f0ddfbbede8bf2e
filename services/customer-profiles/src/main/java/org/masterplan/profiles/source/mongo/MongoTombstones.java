package org.masterplan.profiles.source.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.masterplan.profiles.source.app.Tombstones;

/** Tombstones in MongoDB, as every service keeps them: keyed hashes, and nothing else. */
public final class MongoTombstones implements Tombstones {
  private final org.masterplan.platform.person.Tombstones tombstones;
  private final Clock clock;

  /** {@code secret} is the installation's. */
  public MongoTombstones(MongoDatabase database, byte[] secret, Clock clock) {
    this.tombstones = new org.masterplan.platform.person.Tombstones(database, secret);
    this.clock = clock;
  }

  @Override
  public Set<String> marked(Collection<String> texts) {
    return tombstones.marked(texts).keySet();
  }

  @Override
  public void mark(Collection<String> texts) {
    tombstones.mark(texts, clock.instant());
  }
}
