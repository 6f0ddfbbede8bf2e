package org.masterplan.registry.member.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.Feed;
import org.masterplan.registry.member.app.People;
import org.masterplan.registry.member.app.People.Change;
import org.masterplan.registry.member.app.Recognition;
import org.masterplan.registry.member.app.SeenProfiles;

/**
 * Keeps members in step with customer profiles. Its items are whole steps: members are asked about
 * many at a time.
 */
public final class ProfileFeed implements Feed<List<Change>> {
  private final People people;
  private final Recognition recognition;
  private final SeenProfiles seen;
  private final Supplier<Map<Integer, Digest>> told;

  /** {@code told} asks customer profiles for the digest of what they have told. */
  public ProfileFeed(
      People people,
      Recognition recognition,
      SeenProfiles seen,
      Supplier<Map<Integer, Digest>> told) {
    this.people = people;
    this.recognition = recognition;
    this.seen = seen;
    this.told = told;
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
    // Only what was taken counts as seen.
    var states = new HashMap<String, Long>();
    changes.forEach(change -> states.merge(change.profile(), change.state(), Math::max));
    seen.note(states);
  }

  @Override
  public Map<Integer, Digest> there() {
    return told.get();
  }

  @Override
  public Map<Integer, Digest> here() {
    return Digest.of(seen::each);
  }
}
