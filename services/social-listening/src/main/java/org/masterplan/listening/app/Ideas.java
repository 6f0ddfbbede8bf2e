package org.masterplan.listening.app;

import java.util.List;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.domain.Idea;

/** Ideas and their votes (capability 76). */
public final class Ideas {
  private final Desk<Idea> desk;
  private final Votes votes;

  public Ideas(Desk<Idea> desk, Votes votes) {
    this.desk = desk;
    this.votes = votes;
  }

  /** An idea with the number of persons who voted for it. */
  public record Voted(Idea idea, long votes) {}

  public Voted get(String id) {
    return voted(desk.get(id));
  }

  public Slice<Voted> list(Query query) {
    var slice = desk.list(query);
    var counts = votes.count(slice.items().stream().map(Idea::id).toList());
    return slice.map(i -> new Voted(i, counts.getOrDefault(i.id(), 0L)));
  }

  /** A vote for a merged idea counts for the one that took it in. */
  public Voted vote(String id, String person) {
    var idea = standing(desk.get(id));
    votes.cast(idea.id(), Handles.person(person));
    return voted(idea);
  }

  /** The votes are folded after the merge is stored; voting finds the new place from then on. */
  public Voted merge(String id, String into, Desk.Change change) {
    var target = desk.get(into);
    var merged = desk.change(id, change, idea -> idea.mergeInto(target));
    votes.fold(id, into);
    return voted(merged);
  }

  public Voted voted(Idea idea) {
    return new Voted(idea, votes.count(List.of(idea.id())).getOrDefault(idea.id(), 0L));
  }

  private Idea standing(Idea idea) {
    return idea.mergedInto().isEmpty() ? idea : standing(desk.get(idea.mergedInto()));
  }
}
