package org.masterplan.profiles.identity.engine;

import java.time.InstantSource;
import java.util.ArrayList;
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

  /** What successors are told of that are made ready. */
  private final List<Meanwhile> told = new ArrayList<>();

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
    begin();
    note(records);
    return index(records);
  }

  /** Before anybody is known a model is taken up at once: there is nothing to read. */
  private void begin() {
    if (known.count() == 0) {
      models.after(model).ifPresent(newer -> take(newer, lessons.standing(newer)));
    }
  }

  @Override
  public void admit(List<Features> records) {
    begin();
    note(records);
    var present = standing;
    if (present == null) {
      exact.put(records);
    } else {
      records.forEach(present::load);
    }
  }

  @Override
  public boolean behind() {
    return models.after(model).isPresent();
  }

  @Override
  public Optional<Successor> newer() {
    return models.after(model).map(newer -> successor(_ -> newer, EngineSuccessor.Asked.NOTHING));
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
      told.forEach(meanwhile -> meanwhile.went(record));
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
        : weigh(left, right).filter(link -> link.probability() > Link.LIKELY);
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

  @Override
  public Optional<Successor> successor() {
    return told.isEmpty() && learning.due(known.count(), learnedOf)
        ? Optional.of(
            successor(
                records -> lessons.learn(records::contains, model + 1, clock.instant()),
                EngineSuccessor.Asked.WHO_IS_WHO))
        : Optional.empty();
  }

  @Override
  public Optional<Successor> successor(KeptModel given) {
    return told.isEmpty()
        ? Optional.of(successor(_ -> given, EngineSuccessor.Asked.WHO_IS_WHO))
        : Optional.empty();
  }

  private Successor successor(Function<LongSet, KeptModel> learned, EngineSuccessor.Asked asked) {
    var records = known.all();
    var of = new EngineSuccessor.Of(() -> learned.apply(records), records, asked);
    var successor = new EngineSuccessor(of, lessons, new Switching());
    told.add(successor.meanwhile());
    return successor;
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
    public void end(Meanwhile ended) {
      told.removeIf(each -> each == ended);
    }
  }

  private void note(List<Features> records) {
    for (var each : records) {
      known.add(each.record());
      told.forEach(meanwhile -> meanwhile.came(each));
    }
  }

  private void take(KeptModel newer, Standing weighed) {
    standing = weighed;
    exact = new ExactMatching();
    model = newer.number();
    learnedOf = newer.records();
  }
}
