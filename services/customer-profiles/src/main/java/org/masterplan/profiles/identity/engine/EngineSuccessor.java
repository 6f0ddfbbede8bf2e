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

  private final Of of;
  private final Function<KeptModel, Standing> weighing;
  private final Taking taking;
  private final Meanwhile meanwhile = new Meanwhile();
  private @Nullable Ready ready;

  /** The model, and the records by it. */
  record Ready(KeptModel model, Standing standing) {}

  /** What is found out beforehand. */
  enum Asked {
    /** Who is one person, for everybody is grouped by it next. */
    WHO_IS_WHO,
    /** Nothing: another instance groups everybody. */
    NOTHING
  }

  /**
   * What it is.
   *
   * @param learning what to match by
   * @param records those that are there now
   */
  record Of(Supplier<KeptModel> learning, LongSet records, Asked asked) {}

  /** Who takes it over: whether it did, by what was found ready. */
  interface Taking {
    boolean stand(Ready ready);

    void end(Meanwhile meanwhile);
  }

  /** {@code lessons}: how records are weighed by it. */
  EngineSuccessor(Of of, Lessons lessons, Taking taking) {
    this.of = of;
    LongPredicate present = of.records()::contains;
    this.weighing = model -> lessons.apply(model, present);
    this.taking = taking;
  }

  Meanwhile meanwhile() {
    return meanwhile;
  }

  @Override
  public void prepare(Constraints constraints) {
    var model = of.learning().get();
    var standing = weighing.apply(model);
    foresee(standing, of.records(), constraints);
    for (int round = 0; round < ROUNDS && meanwhile.size() > FEW; round++) {
      takeIn(standing, constraints);
    }
    ready = new Ready(model, standing);
  }

  /** Also finds out whose they are, so that it is known when this stands. */
  private void takeIn(Standing standing, Constraints constraints) {
    var touched = take(standing);
    foresee(standing, touched, constraints);
  }

  private void foresee(Standing standing, LongSet records, Constraints constraints) {
    switch (of.asked()) {
      case WHO_IS_WHO -> new Grouping(standing, standing.reach(records), constraints).foresee();
      case NOTHING -> {}
    }
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
