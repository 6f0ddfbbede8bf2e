package org.masterplan.profiles.replacement.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.app.UnderWay;
import org.masterplan.profiles.source.domain.Replacement;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;

/** The use cases of replacing an old database, step by step, until it can be switched off. */
public final class Replacing {
  private static final String UNITS = "businessUnits/";

  private final SourceRegister register;
  private final Reconciling reconciling;
  private final UnderWay underWay;
  private final Clock clock;

  /**
   * Who takes a step.
   *
   * @param seen the revision that was read
   */
  public record Step(ResourceName source, long seen, Actor actor, String reason) {}

  public Replacing(SourceRegister register, Loading.Stores stores, PushMarks marks, Clock clock) {
    this.register = register;
    this.underWay = new UnderWay(marks);
    this.reconciling = new Reconciling(stores.records(), stores.rejectedRows(), underWay);
    this.clock = clock;
  }

  public Source get(ResourceName source) {
    return register.get(source);
  }

  public Slice<Source> list(Query query) {
    return register.list(query);
  }

  /** How far the databases are, all together. */
  public Sources.Totals totals() {
    return register.totals();
  }

  /** A steward signs that the old database's {@code rows} are all records or kept as rejected. */
  public Source reconcile(Step step, long rows) {
    return change(
        step,
        "SOURCE_RECONCILED",
        source -> {
          source.requireLoadable();
          var found = reconciling.reconcile(source, rows);
          var signed =
              new Replacement.Reconciliation(
                  found.figures(), rows, found.absent(), signature(step));
          return source.reconcile(signed, now());
        });
  }

  /** Takes the next step of those that somebody only has to say; none closes on rows under way. */
  public Source advance(Step step, SourceState next) {
    if (next.isOpen()) {
      return change(step, "SOURCE_ADVANCED", source -> source.advance(next, now()));
    }
    var closed = change(step, "SOURCE_ADVANCED", source -> closed(source, next));
    if (underWay.is(step.source())) {
      // Begun before it could see that the source is closed: perhaps its rows are still to come.
      goBack(new Step(step.source(), closed.revision(), step.actor(), step.reason()));
      throw underWay(closed);
    }
    return closed;
  }

  private Source closed(Source source, SourceState next) {
    var closed = source.advance(next, now());
    if (underWay.is(source.name())) {
      throw underWay(source);
    }
    return closed;
  }

  private static WrongState underWay(Source source) {
    return new WrongState("ROWS_UNDER_WAY", Map.of("name", source.name().toString()));
  }

  /** Takes a step back. */
  public Source goBack(Step step) {
    return change(step, "SOURCE_WENT_BACK", source -> source.goBack(now()));
  }

  /** The owner lets the old database go. */
  public Source signOff(Step step) {
    return change(
        step,
        "SOURCE_SIGNED_OFF",
        source -> {
          requireOwner(source, step.actor());
          requireOther(source, step.actor());
          return source.signOff(new Replacement.SignOff(signature(step)), now());
        });
  }

  private static void requireOwner(Source source, Actor actor) {
    var unit = source.description().businessUnit();
    boolean own =
        actor.is(Role.BUSINESS_UNIT)
            && unit.startsWith(UNITS)
            && actor.units().contains(unit.substring(UNITS.length()));
    if (!own && !actor.is(Role.CMO)) {
      throw new NotAllowed(
          "SIGN_OFF_OWNER", Map.of("name", source.name().toString(), "unit", unit));
    }
  }

  private static void requireOther(Source source, Actor actor) {
    var steward = source.replacement().reconciliation().map(each -> each.signed().by());
    if (steward.filter(actor.subject()::equals).isPresent()) {
      throw new NotAllowed("SIGN_OFF_OWN", Map.of("name", source.name().toString()));
    }
  }

  private Source change(Step step, String name, UnaryOperator<Source> change) {
    var act =
        new SourceRegister.Act(step.actor(), name, List.of("state", "replacement"), step.reason());
    return register.change(step.source(), step.seen(), change, act);
  }

  private Replacement.Signature signature(Step step) {
    return new Replacement.Signature(step.actor().subject(), now(), step.reason());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
