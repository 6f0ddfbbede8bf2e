package org.masterplan.profiles.identity.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.LongPredicate;
import org.masterplan.matching.command.ModelFile;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.Formats;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.People;

/**
 * Learning from the people there are; what is learned depends on them alone, not on their order.
 */
final class Lessons {
  private final People people;

  Lessons(People people) {
    this.people = people;
  }

  /** What the records say that are to be learned from. */
  KeptModel learn(LongPredicate from, long number, Instant now) {
    var batch = new Batch(Rows.SCHEMA, Formats.NONE);
    people.each(
        each -> {
          if (from.test(each.record())) {
            batch.add(Rows.of(each));
          }
        });
    var found = Resolver.resolve(batch, Settings.DEFAULT);
    return new KeptModel(number, now, found.table().size(), text(Learned.from(found)));
  }

  /** Those records, weighed by the model. */
  Standing apply(KeptModel model, LongPredicate to) {
    var standing = new Standing(ModelFile.read(model.text()));
    people.each(
        each -> {
          if (to.test(each.record())) {
            standing.load(each);
          }
        });
    return standing;
  }

  private static String text(Learned learned) {
    try {
      var text = new StringBuilder();
      ModelFile.write(learned, text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
