package org.masterplan.registry.community.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;

/**
 * One public presence of the company among its customers. Immutable: every change is a new value.
 *
 * @param declaredMembers members as the platform shows them
 * @param wellbeing empty until abandonment detection has looked
 */
public record Community(
    ResourceName name,
    String title,
    Place place,
    Intent intent,
    Holding holding,
    Standing standing,
    long declaredMembers,
    Optional<Wellbeing> wellbeing,
    Times times) {
  static final int MAX_TITLE = 120;

  /** When it was registered and when it last changed. */
  public record Times(Instant created, Instant updated) {}

  /** What a business unit may write; everything else the plan decides. */
  public record Draft(
      String title, Place place, Intent intent, Holding holding, long declaredMembers) {
    public Draft {
      title = Texts.canonical(title);
      var wrong = new ArrayList<Violation>();
      int length = Texts.length(title);
      if (length < 1 || length > MAX_TITLE) {
        wrong.add(
            new Violation(
                "community.title",
                "TEXT_LENGTH",
                Map.of(
                    "field",
                    "community.title",
                    "length",
                    Integer.toString(length),
                    "min",
                    "1",
                    "max",
                    Integer.toString(MAX_TITLE))));
      }
      Links.check(place.link(), "community.link").ifPresent(wrong::add);
      if (!wrong.isEmpty()) {
        throw new InvalidFields(wrong);
      }
    }
  }

  /** A new draft. */
  public static Community register(ResourceName name, Draft draft, Instant now) {
    return of(name, draft, Standing.DRAFT, now);
  }

  /** What already lives: LIVE and UNPERMITTED, its answers owed until {@code answersDue}. */
  public static Community adopt(ResourceName name, Draft draft, LocalDate answersDue, Instant now) {
    return of(name, draft, Standing.adopted(answersDue), now);
  }

  private static Community of(ResourceName name, Draft draft, Standing standing, Instant now) {
    return new Community(
        name,
        draft.title(),
        draft.place(),
        draft.intent(),
        draft.holding(),
        standing,
        draft.declaredMembers(),
        Optional.empty(),
        new Times(now, now));
  }

  /** What was written last, to be changed and handed back. */
  public Draft draft() {
    return new Draft(title, place, intent, holding, declaredMembers);
  }

  /** The same community with other content. A decision is not reopened by an edit. */
  public Community edited(Draft draft, Instant now) {
    var holds = draft.holding();
    var orphan = holds.owner().isEmpty() ? holding.orphanSince() : Optional.<Instant>empty();
    return new Community(
        name,
        draft.title(),
        draft.place(),
        draft.intent(),
        new Holding(holds.unit(), holds.owner(), holds.deputies(), holds.sponsor(), orphan),
        standing,
        draft.declaredMembers(),
        wellbeing,
        new Times(times.created(), now));
  }

  Community with(Standing next, Instant now) {
    return new Community(
        name, title, place, intent, holding, next, declaredMembers, wellbeing, touched(now));
  }

  /** The same community held by others. */
  public Community held(Holding next, Instant now) {
    return new Community(
        name, title, place, intent, next, standing, declaredMembers, wellbeing, touched(now));
  }

  /** The same community seen to be so; not a change of the register, so times stay. */
  public Community seen(Wellbeing seen) {
    return new Community(
        name, title, place, intent, holding, standing, declaredMembers, Optional.of(seen), times);
  }

  /**
   * After an employee has left: orphaned if they owned it, else without them (capability 15).
   * Unchanged if they had no part in it.
   */
  public Community departed(String employee, Instant now) {
    if (!holding.names(employee)) {
      return this;
    }
    var left = holding.owner().equals(employee) ? holding.orphaned(now) : holding;
    var sponsor = left.sponsor().equals(employee) ? "" : left.sponsor();
    var kept = left.without(employee);
    return held(
        new Holding(kept.unit(), kept.owner(), kept.deputies(), sponsor, kept.orphanSince()), now);
  }

  /** After its unit was dissolved without a successor (capability 14). */
  public Community orphaned(Instant now) {
    return held(holding.orphaned(now), now);
  }

  private Times touched(Instant now) {
    return new Times(times.created(), now);
  }
}
