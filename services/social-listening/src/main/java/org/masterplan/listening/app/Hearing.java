package org.masterplan.listening.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Feedback.Author;
import org.masterplan.listening.domain.Feedback.Standing;

/** Takes feedback in, counts it, and looks its authors up when asked (capability 70). */
public final class Hearing {
  private static final Field TYPE = Field.exact("type");
  private static final Field STANDING = Field.exact("author_standing");

  private final Resources<Feedback> feedback;
  private final Customers customers;
  private final Clock clock;
  private final FeedbackRules rules;

  /** Feedback that somebody brings; {@code path} names it in what they sent. */
  public record Brought(String path, Feedback feedback) {}

  /** So much of one type by authors of one standing. */
  public record Count(Feedback.Type type, Standing standing, long feedback) {}

  /**
   * What came of looking authors up.
   *
   * @param by how much feedback is by authors of each standing
   * @param next where to go on; empty after the last
   */
  public record LookedUp(Map<Standing, Integer> by, Optional<Position> next) {}

  public Hearing(Resources<Feedback> feedback, Customers customers, Clock clock) {
    this.feedback = feedback;
    this.customers = customers;
    this.clock = clock;
    this.rules = new FeedbackRules(clock);
  }

  /** Takes one in; fails if there is one of its name already. */
  public Feedback takeIn(Brought one, Actor actor) {
    check(List.of(one));
    feedback.add(one.feedback(), takenInBy(actor));
    return one.feedback();
  }

  /** Takes in what was not brought before, all of it or nothing; answers how many are new. */
  public int takeIn(List<Brought> brought, Actor actor) {
    check(brought);
    var firsts = new LinkedHashMap<String, Feedback>();
    brought.forEach(each -> firsts.putIfAbsent(each.feedback().id(), each.feedback()));
    return firsts.size() - feedback.addAll(firsts.values(), takenInBy(actor)).size();
  }

  private void check(List<Brought> brought) {
    var wrong =
        brought.stream()
            .flatMap(each -> rules.check(each.path(), each.feedback().said()).stream())
            .toList();
    if (!wrong.isEmpty()) {
      throw new InvalidFields(wrong);
    }
  }

  private AuditEntry takenInBy(Actor actor) {
    return new AuditEntry(clock.instant(), actor.subject(), "FEEDBACK_TAKEN_IN", List.of(), "");
  }

  /** How much there is of what the filter names, every type by every standing. */
  public List<Count> count(Filter filter) {
    var counts = new ArrayList<Count>();
    for (var type : Feedback.Type.values()) {
      for (var standing : Standing.values()) {
        var of = List.of(filter, is(TYPE, type), is(STANDING, standing));
        counts.add(new Count(type, standing, feedback.count(new Filter.And(of))));
      }
    }
    return counts;
  }

  /** How much there is of what the filter names, by type alone. */
  public Map<Feedback.Type, Long> countTypes(Filter filter) {
    var counts = new EnumMap<Feedback.Type, Long>(Feedback.Type.class);
    for (var type : Feedback.Type.values()) {
      var of = List.of(filter, is(TYPE, type));
      counts.put(type, feedback.count(new Filter.And(of)));
    }
    return counts;
  }

  private static Filter is(Field field, Enum<?> value) {
    return new Filter.Compare(field, Filter.Op.EQ, new Value.Text(value.name()));
  }

  /** Looks up the authors of a page of feedback; who they are may have changed since. */
  public LookedUp lookUp(Query query, Actor actor) {
    var page = feedback.list(query);
    var handles =
        page.items().stream()
            .map(item -> item.author().handle())
            .filter(handle -> !handle.isEmpty())
            .distinct()
            .toList();
    var known = handles.isEmpty() ? Map.<String, Customers.Known>of() : customers.known(handles);
    var by = new EnumMap<Standing, Integer>(Standing.class);
    for (var item : page.items()) {
      var author = author(item.author().handle(), known);
      by.merge(author.standing(), 1, Integer::sum);
      if (!author.equals(item.author())) {
        replace(item.by(author), actor);
      }
    }
    return new LookedUp(by, page.next());
  }

  private static Author author(String handle, Map<String, Customers.Known> known) {
    var found = known.get(handle);
    return found == null
        ? Author.of(handle)
        : new Author(
            handle,
            found.profile(),
            found.ordered() ? Standing.CURRENT_CUSTOMER : Standing.POTENTIAL_CUSTOMER);
  }

  /** What somebody else has changed meanwhile, an erasure perhaps, stays as they left it. */
  private void replace(Feedback next, Actor actor) {
    var fields = List.of("profile", "author_standing");
    try {
      feedback.replace(
          next, new AuditEntry(clock.instant(), actor.subject(), "AUTHOR_LOOKED_UP", fields, ""));
    } catch (Stale _) {
      // The next look-up sees what it is now.
    }
  }
}
