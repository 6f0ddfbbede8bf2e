package org.masterplan.profiles.identity.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
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
public final class Lessons {
  private final People people;
  private final LongUnaryOperator naming;

  /**
   * Of these people.
   *
   * @param naming what the hash of a value is called in what is kept
   */
  public Lessons(People people, LongUnaryOperator naming) {
    this.people = people;
    this.naming = naming;
  }

  /** In what is kept values stand under their plain hashes. */
  Lessons(People people) {
    this(people, LongUnaryOperator.identity());
  }

  /** A text that was kept with plain hashes, under these names. */
  public static String renamed(String text, LongUnaryOperator naming) {
    return text(ModelFile.read(text).renamed(naming));
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
    return new KeptModel(
        number, now, found.table().size(), text(Learned.from(found).renamed(naming)));
  }

  /** Those records, weighed by the model. */
  Standing apply(KeptModel model, LongPredicate to) {
    var standing = standing(model);
    people.each(
        each -> {
          if (to.test(each.record())) {
            standing.load(each);
          }
        });
    return standing;
  }

  /** Nobody yet, to be weighed by the model. */
  Standing standing(KeptModel model) {
    return new Standing(ModelFile.read(model.text()).named(naming));
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
