package org.masterplan.profiles.census.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.census.domain.Census;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.People;
import org.masterplan.profiles.v1.PeopleCount;
import org.masterplan.profiles.v1.PeopleSample;

/** Counts of people on the wire. */
public final class PeopleProtos {
  private PeopleProtos() {}

  /** A count with what is known of it. */
  public static PeopleCount count(People people) {
    var count =
        PeopleCount.newBuilder()
            .setCertainty(PeopleCount.Certainty.AT_MOST)
            .setProfiles(people.profiles())
            .setLookedAt(people.lookedAt());
    people.drawnAt().ifPresent(at -> count.setDrawTime(time(at)));
    people
        .bounds()
        .ifPresent(
            bounds -> {
              count.setCertainty(PeopleCount.Certainty.INTERVAL);
              count.setLow(bounds.low()).setHigh(bounds.high());
              bounds.value().ifPresent(count::setPeople);
            });
    return count.build();
  }

  /** The sample with what it says. */
  public static PeopleSample sample(Census census, People people) {
    var sample =
        PeopleSample.newBuilder().setPeople(count(people)).setEtag(Etags.of(census.revision()));
    census
        .drawing()
        .ifPresent(drawing -> sample.setDrawTime(time(drawing.at())).setDrawer(drawing.actor()));
    census.looks().forEach(look -> sample.addLooks(look(look)));
    return sample.build();
  }

  private static PeopleSample.Look look(Look look) {
    return PeopleSample.Look.newBuilder()
        .setProfile(look.profile())
        .setRecords(look.records())
        .addAllElsewhere(look.elsewhere())
        .build();
  }

  private static Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
