package org.masterplan.profiles.profile.app;

import java.util.List;
import java.util.function.Predicate;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** A steward corrects who is whom. */
public final class Correcting {
  private final Identity identity;
  private final Reading reading;
  private final Projection projection;

  public Correcting(Identity identity, Reading reading, Projection projection) {
    this.identity = identity;
    this.reading = reading;
    this.projection = projection;
  }

  /** Makes the profiles one. */
  public Profile merge(List<String> names, Identity.Steward steward) {
    long kept = identity.merge(names, steward);
    projection.catchUp();
    return reading.get(ProfileId.name(kept));
  }

  /** Parts the records from the rest; answers what the profile has become, the kept name first. */
  public List<Profile> split(
      String name, List<String> records, Predicate<Profile> unchanged, Identity.Steward steward) {
    var profile = reading.get(name);
    if (!unchanged.test(profile)) {
      throw Stale.named(name);
    }
    var wanted = records.stream().map(r -> RecordName.parse("records", r)).toList();
    var apart =
        profile.records().stream()
            .filter(record -> wanted.contains(record.name()))
            .mapToLong(SourceRecord::number)
            .toArray();
    if (apart.length < wanted.size()) {
      throw InvalidFields.of("records", "SPLIT_RECORDS", java.util.Map.of());
    }
    var become = identity.split(profile.name(), LongSet.of(apart), steward);
    projection.catchUp();
    return reading.all(become.stream().map(ProfileId::name).toList());
  }
}
