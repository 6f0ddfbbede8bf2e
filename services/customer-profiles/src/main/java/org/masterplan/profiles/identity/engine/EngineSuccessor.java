package org.masterplan.profiles.identity.engine;

import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Successor;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

/** A newer model, and all records weighed by it, made ready beside the one that answers. */
final class EngineSuccessor implements Successor {
  /** So few that came meanwhile are left to be taken in while nobody is answered. */
  private static final int FEW = 20;

  /** More may come all the time than are taken in: then it stands all the same. */
  private static final int ROUNDS = 50;

  private final Supplier<KeptModel> learning;
  private final Function<KeptModel, Standing> weighing;
  private final LongSet records;
  private final Taking taking;
  private final Meanwhile meanwhile = new Meanwhile();
  private @Nullable Ready ready;

  /** The model, and the records by it. */
  record Ready(KeptModel model, Standing standing) {}

  /** Who takes it over: whether it did, by what was found ready. */
  interface Taking {
    boolean stand(Ready ready);

    void end(Meanwhile meanwhile);
  }

  /**
   * Of these records.
   *
   * @param learning what to match by
   * @param lessons how records are weighed by it
   */
  EngineSuccessor(Supplier<KeptModel> learning, Lessons lessons, LongSet records, Taking taking) {
    this.learning = learning;
    LongPredicate present = records::contains;
    this.weighing = model -> lessons.apply(model, present);
    this.records = records;
    this.taking = taking;
  }

  Meanwhile meanwhile() {
    return meanwhile;
  }

  @Override
  public void prepare(Constraints constraints) {
    var model = learning.get();
    var standing = weighing.apply(model);
    new Grouping(standing, records, constraints).foresee();
    for (int round = 0; round < ROUNDS && meanwhile.size() > FEW; round++) {
      takeIn(standing, constraints);
    }
    ready = new Ready(model, standing);
  }

  /** Also finds out whose they are, so that it is known when this stands. */
  private void takeIn(Standing standing, Constraints constraints) {
    var touched = take(standing);
    new Grouping(standing, standing.reach(touched), constraints).foresee();
  }

  private LongSet take(Standing standing) {
    var touched = LongSet.of();
    for (var each : meanwhile.take().entrySet()) {
      long record = each.getKey();
      var changed = each.getValue().map(standing::put).orElseGet(() -> standing.remove(record));
      touched = touched.plus(changed);
    }
    return touched;
  }

  @Override
  public boolean stand() {
    var found = ready;
    if (found == null) {
      throw new IllegalStateException("stands without being prepared");
    }
    take(found.standing());
    boolean stood = taking.stand(found);
    abandon();
    return stood;
  }

  @Override
  public void abandon() {
    ready = null;
    taking.end(meanwhile);
  }
}
