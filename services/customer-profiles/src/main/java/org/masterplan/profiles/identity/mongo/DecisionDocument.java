package org.masterplan.profiles.identity.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.Founding;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Shift;

/**
 * The stored shape of a decision: flat lists of numbers, three to a move and to a shift, two to a
 * founding.
 */
final class DecisionDocument {
  private static final String UNSAID = "unsaid";

  private DecisionDocument() {}

  static Document write(Decision decision) {
    var moves = new ArrayList<Long>(decision.moves().size() * 3);
    decision.moves().forEach(m -> moves.addAll(List.of(m.record(), m.before(), m.after())));
    var foundings = new ArrayList<Long>(decision.foundings().size() * 2);
    decision.foundings().forEach(f -> foundings.addAll(List.of(f.profile(), f.record())));
    var shifts = new ArrayList<Long>(decision.shifts().size() * 3);
    decision.shifts().forEach(s -> shifts.addAll(List.of(s.from(), s.to(), s.whole() ? 1L : 0L)));
    return new Document("_id", decision.number())
        .append("at", Date.from(decision.by().at()))
        .append("actor", decision.by().actor())
        .append("cause", decision.by().cause().name())
        .append("reason", decision.by().reason())
        .append("moves", moves)
        .append("foundings", foundings)
        .append("shifts", shifts)
        .append("model", decision.model())
        .append(
            "constraints",
            decision.constraints().stream().map(DecisionDocument::constraint).toList());
  }

  static Decision read(Document document) {
    var by =
        new Decision.By(
            document.getDate("at").toInstant(),
            document.getString("actor"),
            Cause.valueOf(document.getString("cause")),
            document.getString("reason"));
    var moves = moves(document.getList("moves", Long.class));
    return new Decision(
        document.getLong("_id"),
        by,
        moves,
        foundings(document.getList("foundings", Long.class)),
        document.getList("constraints", Document.class).stream()
            .map(DecisionDocument::constraint)
            .toList(),
        shifts(document, moves),
        document.get("model", 0L));
  }

  /** Decisions of an older release do not say. */
  private static List<Shift> shifts(Document document, List<Move> moves) {
    var flat = document.getList("shifts", Long.class);
    if (flat == null) {
      return Shift.parted(moves);
    }
    var shifts = new ArrayList<Shift>(flat.size() / 3);
    for (int i = 0; i + 2 < flat.size(); i += 3) {
      shifts.add(new Shift(flat.get(i), flat.get(i + 1), flat.get(i + 2) == 1));
    }
    return shifts;
  }

  private static List<Move> moves(List<Long> flat) {
    var moves = new ArrayList<Move>(flat.size() / 3);
    for (int i = 0; i + 2 < flat.size(); i += 3) {
      moves.add(new Move(flat.get(i), flat.get(i + 1), flat.get(i + 2)));
    }
    return moves;
  }

  private static List<Founding> foundings(List<Long> flat) {
    var foundings = new ArrayList<Founding>(flat.size() / 2);
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      foundings.add(new Founding(flat.get(i), flat.get(i + 1)));
    }
    return foundings;
  }

  private static Document constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Together(var records) -> new Document("together", numbers(records));
      case Constraint.Apart(var left, var right) ->
          new Document("left", numbers(left)).append("right", numbers(right));
      case Constraint.Unsaid(var left, var right) ->
          new Document(UNSAID, numbers(left)).append("right", numbers(right));
    };
  }

  private static Constraint constraint(Document document) {
    if (document.containsKey(UNSAID)) {
      return new Constraint.Unsaid(set(document, UNSAID), set(document, "right"));
    }
    return document.containsKey("together")
        ? new Constraint.Together(set(document, "together"))
        : new Constraint.Apart(set(document, "left"), set(document, "right"));
  }

  private static List<Long> numbers(LongSet set) {
    return Arrays.stream(set.toArray()).boxed().toList();
  }

  private static LongSet set(Document document, String field) {
    return LongSet.of(document.getList(field, Long.class));
  }
}
