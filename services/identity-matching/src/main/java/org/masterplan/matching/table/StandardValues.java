package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Standardiser;

/**
 * Standardises the distinct values of a batch, each once, whatever the number of columns that are
 * made of it.
 */
final class StandardValues {
  private final Encoder encoder;
  private final List<Distinct> distinct;
  private final List<String> formats;
  private final int threads;
  private final Map<Encoder.Origin, Value[]> ready = new HashMap<>();

  StandardValues(Encoder encoder, List<Distinct> distinct, List<String> formats, int threads) {
    this.encoder = encoder;
    this.distinct = distinct;
    this.formats = formats;
    this.threads = threads;
  }

  /** A column that is made of the field. */
  private record User(Kind kind, Encoder.Origin origin, Value[] values) {
    void take(int number, Standardised standard) {
      values[number] = Encoder.value(kind, origin, standard).orElse(FeatureColumn.NOTHING);
    }
  }

  /** The values by number; to be asked for once. */
  Value[] of(Encoder.Origin origin) {
    var known = ready.remove(origin);
    if (known != null) {
      return known;
    }
    var users = users(origin.field());
    standardise(origin.field(), users);
    distinct.get(origin.field()).forget();
    users.forEach(user -> ready.put(user.origin(), user.values()));
    return of(origin);
  }

  private List<User> users(int field) {
    var users = new ArrayList<User>();
    for (var source : encoder.sources()) {
      for (var origin : source.origins()) {
        if (origin.field() == field) {
          var values = new Value[distinct.get(field).size()];
          Arrays.fill(values, FeatureColumn.NOTHING);
          users.add(new User(source.column().feature().kind(), origin, values));
        }
      }
    }
    return users;
  }

  private void standardise(int field, List<User> users) {
    var from = distinct.get(field);
    Ranges.run(
        from.size() - 1,
        threads,
        (first, end) -> {
          var standardisers = new HashMap<Short, Standardiser>();
          for (int n = first + 1; n <= end; n++) {
            var standardiser =
                standardisers.computeIfAbsent(
                    from.format(n), format -> encoder.standardiser(field, formats.get(format)));
            var standard = standardiser.standardise(from.text(n));
            for (var user : users) {
              user.take(n, standard);
            }
          }
        });
  }
}
