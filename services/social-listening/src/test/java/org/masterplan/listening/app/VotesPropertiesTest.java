package org.masterplan.listening.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.masterplan.kernel.actor.Actor;

class VotesPropertiesTest {
  @Property
  @Tag("cap-76")
  void cap076_merge_neverCountsAPersonTwice(
      @ForAll @Size(max = 20) List<@IntRange(max = 9) Integer> left,
      @ForAll @Size(max = 20) List<@IntRange(max = 9) Integer> right) {
    var fresh = new ListeningRoom();
    fresh.ideaDesk.add(ListeningRoom.idea("a-one", ""), Actor.service("t"), "IDEA_POSTED");
    fresh.ideaDesk.add(ListeningRoom.idea("b-two", ""), Actor.service("t"), "IDEA_POSTED");
    left.forEach(p -> fresh.ideas.vote("a-one", "profiles/" + p));
    right.forEach(p -> fresh.ideas.vote("b-two", "profiles/" + p));

    fresh.ideas.merge("a-one", "b-two", new Desk.Change(Actor.service("t"), "IDEA_MERGED", 1, ""));
    left.forEach(p -> fresh.ideas.vote("a-one", "profiles/" + p));

    var persons = new HashSet<>(left);
    persons.addAll(right);
    assertThat(fresh.ideas.get("b-two").votes()).isEqualTo(persons.size());
    assertThat(fresh.ideas.get("a-one").votes()).isZero();
  }
}
