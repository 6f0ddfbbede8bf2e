package org.masterplan.registry.member.jobs;

import java.util.List;
import org.masterplan.platform.feed.Feed;
import org.masterplan.registry.member.app.People;
import org.masterplan.registry.member.app.People.Change;
import org.masterplan.registry.member.app.Recognition;

/**
 * Keeps members in step with customer profiles. Its items are whole steps: members are asked about
 * many at a time.
 */
public final class ProfileFeed implements Feed<List<Change>> {
  private final People people;
  private final Recognition recognition;

  public ProfileFeed(People people, Recognition recognition) {
    this.people = people;
    this.recognition = recognition;
  }

  @Override
  public String name() {
    return "profiles";
  }

  @Override
  public Step<List<Change>> changes(String token, int limit) {
    var step = people.changes(token, limit);
    var items = step.changes().isEmpty() ? List.<List<Change>>of() : List.of(step.changes());
    return new Step<>(items, step.token(), step.more());
  }

  @Override
  public void apply(List<Change> changes) {
    recognition.apply(changes);
  }
}
