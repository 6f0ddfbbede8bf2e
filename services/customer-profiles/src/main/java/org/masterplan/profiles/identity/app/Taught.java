package org.masterplan.profiles.identity.app;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the newest model says, read anew only where something newer was learned. */
public final class Taught {
  private final Models models;
  private final Optional<Learner> learner;
  private final AtomicReference<Optional<Lesson>> known = new AtomicReference<>(Optional.empty());

  /**
   * What was learned last.
   *
   * @param number 1 for the first
   * @param records of how many it was learned
   */
  public record Lesson(long number, Instant learnedAt, int records, Weights weights) {}

  /**
   * Of these models.
   *
   * @param learner empty where the matching learns nothing
   */
  public Taught(Models models, Optional<Learner> learner) {
    this.models = models;
    this.learner = learner;
  }

  /** Whether the matching learns at all. */
  public boolean learns() {
    return learner.isPresent();
  }

  /** Empty as long as nothing was learned, and where nothing is. */
  public Optional<Lesson> newest() {
    return learner.flatMap(this::newest);
  }

  private Optional<Lesson> newest(Learner reading) {
    var before = known.get();
    var newer = models.after(before.map(Lesson::number).orElse(0L));
    if (newer.isEmpty()) {
      return before;
    }
    var lesson = newer.map(model -> lesson(model, reading));
    known.set(lesson);
    return lesson;
  }

  private static Lesson lesson(KeptModel model, Learner reading) {
    return new Lesson(model.number(), model.learnedAt(), model.records(), reading.weights(model));
  }
}
