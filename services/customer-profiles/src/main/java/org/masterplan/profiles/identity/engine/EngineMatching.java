package org.masterplan.profiles.identity.engine;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.identity.app.Doubt;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Link;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Successor;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.exact.ExactMatching;

/**
 * Links records whose agreement, weighed by what was learned of all records, makes one person more
 * probable than two. Until there is enough to learn from, shared keys answer. The model is kept:
 * after a start, and on every instance, the same records are weighed in the same way.
 */
public final class EngineMatching implements Matching {
  private final Models models;
  private final Lessons lessons;
  private final Learning learning;
  private final InstantSource clock;
  private final Known known = new Known();
  private ExactMatching exact = new ExactMatching();

  /** Null as long as nothing was learned. */
  private @Nullable Standing standing;

  private long model;
  private int learnedOf;

  /** What a successor is told of that is made ready; null while none is. */
  private @Nullable Meanwhile meanwhile;

  /** As below, with plain hashes in what is kept. */
  EngineMatching(Models models, People people, Learning learning, InstantSource clock) {
    this(models, new Lessons(people), learning, clock);
  }

  /** Over the models that were kept, and what can be learned. */
  public EngineMatching(Models models, Lessons lessons, Learning learning, InstantSource clock) {
    this.models = models;
    this.lessons = lessons;
    this.learning = learning;
    this.clock = clock;
  }

  @Override
  public String method() {
    return standing == null ? exact.method() : "LEARNED_WEIGHTS";
  }

  @Override
  public LongSet put(List<Features> records) {
    note(records);
    boolean newer = takeUp();
    var affected = index(records);
    // Of more records the change is made in parts, by the operation that has learned.
    return newer && learnedOf <= learning.most() ? known.all() : affected;
  }

  @Override
  public void admit(List<Features> records) {
    if (known.count() == 0) {
      takeUp();
    }
    note(records);
    var present = standing;
    if (present == null) {
      exact.put(records);
    } else {
      records.forEach(present::load);
    }
  }

  @Override
  public void renew() {
    takeUp();
  }

  @Override
  public long model() {
    return model;
  }

  @Override
  public LongSet outdated(long groupedBy) {
    return model > groupedBy && learnedOf <= learning.most() ? known.all() : LongSet.of();
  }

  @Override
  public LongSet remove(LongSet records) {
    var present = standing;
    var affected = LongSet.of();
    for (long record : records.toArray()) {
      known.remove(record);
      noteGone(record);
      affected = present == null ? affected : affected.plus(present.remove(record));
    }
    return present == null ? exact.remove(records) : affected.minus(records);
  }

  @Override
  public LongSet reach(LongSet records) {
    var present = standing;
    return present == null ? exact.reach(records) : present.reach(records);
  }

  @Override
  public List<LongSet> group(LongSet records, Constraints constraints) {
    var present = standing;
    return present == null
        ? exact.group(records, constraints)
        : new Grouping(present, records, constraints).persons();
  }

  @Override
  public Optional<Link> link(Features left, Features right) {
    return standing == null
        ? exact.link(left, right)
        : weigh(left, right).filter(link -> link.probability() > 0.5);
  }

  @Override
  public Optional<Link> weigh(Features left, Features right) {
    var present = standing;
    return present == null
        ? exact.link(left, right)
        : present
            .explain(left.record(), right.record())
            .map(why -> Waterfall.of(left.record(), right.record(), why));
  }

  @Override
  public List<Doubt> doubts(LongSet some, double least, double most) {
    var present = standing;
    return present == null ? List.of() : present.doubts(some, least, most);
  }

  private LongSet index(List<Features> records) {
    var present = standing;
    if (present == null) {
      return exact.put(records);
    }
    var affected = LongSet.of(records.stream().map(Features::record).toList());
    for (var each : records) {
      affected = affected.plus(present.put(each));
    }
    return affected;
  }

  /** Weighs by what another instance has learned, if it has. */
  private boolean takeUp() {
    var newer = models.after(model);
    newer.ifPresent(this::stand);
    return newer.isPresent();
  }

  @Override
  public Optional<Successor> successor() {
    return learning.due(known.count(), learnedOf)
        ? successor(records -> lessons.learn(records::contains, model + 1, clock.instant()))
        : Optional.empty();
  }

  @Override
  public Optional<Successor> successor(KeptModel given) {
    return successor(_ -> given);
  }

  private Optional<Successor> successor(Function<LongSet, KeptModel> learned) {
    if (meanwhile != null) {
      return Optional.empty();
    }
    var records = known.all();
    var successor =
        new EngineSuccessor(() -> learned.apply(records), lessons, records, new Switching());
    meanwhile = successor.meanwhile();
    return Optional.of(successor);
  }

  @Override
  public void settled() {
    if (standing != null) {
      standing.forgetForeseen();
    }
  }

  /** Puts what was made ready in the place of what answers. */
  private final class Switching implements EngineSuccessor.Taking {
    @Override
    public boolean stand(EngineSuccessor.Ready ready) {
      var newer = ready.model();
      if (!isKept(newer)) {
        takeUp();
        return false;
      }
      take(newer, ready.standing());
      return true;
    }

    /** An earlier run may have kept it, and been killed. */
    private boolean isKept(KeptModel newer) {
      return newer.number() >= model
          && (models.keep(newer)
              || models.after(newer.number() - 1).filter(newer::equals).isPresent());
    }

    @Override
    public void end(Meanwhile told) {
      if (meanwhile == told) {
        meanwhile = null;
      }
    }
  }

  private void note(List<Features> records) {
    for (var each : records) {
      known.add(each.record());
      if (meanwhile != null) {
        meanwhile.came(each);
      }
    }
  }

  private void noteGone(long record) {
    if (meanwhile != null) {
      meanwhile.went(record);
    }
  }

  private void stand(KeptModel newer) {
    // Whoever asks waits until this is whole: identity calls the matching under its lock.
    take(newer, lessons.apply(newer, known::has));
  }

  private void take(KeptModel newer, Standing weighed) {
    standing = weighed;
    exact = new ExactMatching();
    model = newer.number();
    learnedOf = newer.records();
  }
}
