package org.masterplan.profiles.identity.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.Formats;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Records resolved by the matching library, all at once and without the service. */
public final class Batches {
  private Batches() {}

  /** By what was learned; the person of each record, by its number. */
  public static Map<Long, Integer> by(Learned learned, Collection<SourceRecord> records) {
    return resolved(records, batch -> Resolver.resolve(batch, Settings.DEFAULT, learned));
  }

  /** By what the records themselves say. */
  static Map<Long, Integer> anew(Collection<SourceRecord> records) {
    return resolved(records, batch -> Resolver.resolve(batch, Settings.DEFAULT));
  }

  private static Map<Long, Integer> resolved(
      Collection<SourceRecord> records, Function<Batch, Resolution> resolving) {
    var batch = new Batch(Rows.SCHEMA, Formats.NONE);
    records.forEach(record -> batch.add(Rows.of(Features.of(record))));
    var found = resolving.apply(batch);
    var entities = new HashMap<Long, Integer>();
    for (int r = 0; r < found.table().size(); r++) {
      entities.put(Long.valueOf(found.table().key(r).id()), found.entities()[r]);
    }
    return entities;
  }
}
