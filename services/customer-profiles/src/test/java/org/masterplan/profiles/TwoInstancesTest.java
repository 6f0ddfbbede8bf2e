package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Two instances decide about one record at the same time: the cards say what is stored last. */
class TwoInstancesTest {
  private final StoredProfiles here = new StoredProfiles("profiles");
  private final Identity there = here.opened();
  private final Projection shownThere =
      new Projection(there, new Reading(there, here.records, here.sources), here.cards);

  private SourceRecord store(String name) {
    var id = new RecordName("crm", "1");
    var values = Map.of("fullName", name, "phone", "+84901234567");
    var content = new SourceRecord.Content(values, values);
    var origin =
        new SourceRecord.Origin("push-" + name, 1, here.clock.instant(), here.clock.instant());
    var known = here.records.find(List.of(id)).get(id);
    var record =
        known == null
            ? new SourceRecord(here.numbers.incrementAndGet(), id, 1, content, origin)
            : known.next(content, origin);
    return here.records.store(List.of(record)).getFirst();
  }

  private String shown(SourceRecord record) {
    long profile = here.identity.ask(roster -> roster.profileOf(record.number()));
    return here.cards.find(List.of(ProfileId.name(profile))).getFirst().facts().displayName();
  }

  @Test
  void catchUp_whereTheOtherWasFasterWithANewerVersion_showsTheNewer() {
    here.projection.catchUp(here.identity.resolve(List.of(store("Lê An")), "here"));
    var ours = store("Lê Ân");
    var theirs = store("Lê Ẩn");
    shownThere.catchUp(there.resolve(List.of(theirs), "there"));

    here.projection.catchUp(here.identity.resolve(List.of(ours), "here"));

    assertThat(shown(ours)).isEqualTo("Lê Ẩn");
  }

  @Test
  void catchUp_whereTheOtherDecidedBeforeOursWasShown_showsTheNewer() {
    here.projection.catchUp(here.identity.resolve(List.of(store("Lê An")), "here"));
    var ours = store("Lê Ân");
    var resolved = here.identity.resolve(List.of(ours), "here");
    var theirs = store("Lê Ẩn");
    there.resolve(List.of(theirs), "there");
    here.identity.<Long>ask(roster -> roster.applied());

    here.projection.catchUp(resolved);

    assertThat(shown(ours)).isEqualTo("Lê Ẩn");
  }
}
