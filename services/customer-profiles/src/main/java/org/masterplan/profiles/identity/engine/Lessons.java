package org.masterplan.profiles.identity.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.masterplan.matching.command.ModelFile;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.Formats;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Weights;

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

  /** What it says of fields: nothing of the values that it names by hashes. */
  static Weights weights(KeptModel model) {
    var learned = ModelFile.read(model.text()).model();
    var fields =
        learned.comparisons().stream()
            .map(Lessons::field)
            .sorted(Comparator.comparingDouble(Weights.Field::reach).reversed())
            .toList();
    return new Weights(learned.priorWeight(), fields);
  }

  private static Weights.Field field(Model.Comparison comparison) {
    var levels = new ArrayList<Weights.Level>();
    for (int level = 1; level <= comparison.levels().size(); level++) {
      levels.add(
          new Weights.Level(
              Waterfall.word(comparison.levels().get(level - 1)),
              comparison.weight(level),
              comparison.m()[level - 1],
              comparison.u()[level - 1]));
    }
    return new Weights.Field(comparison.feature().name(), levels);
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
