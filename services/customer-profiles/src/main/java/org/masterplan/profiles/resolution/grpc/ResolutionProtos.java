package org.masterplan.profiles.resolution.grpc;

import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.resolution.domain.Effect;
import org.masterplan.profiles.resolution.domain.Resolution;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Resolutions as messages; records that are erased meanwhile are counted and not named. */
public final class ResolutionProtos {
  /** Records of one person that are named. */
  private static final int SHOWN = 10;

  private final Records records;

  public ResolutionProtos(Records records) {
    this.records = records;
  }

  /** The resolution as it is now. */
  public org.masterplan.profiles.v1.Resolution resolution(Resolution resolution) {
    var effect = resolution.effect();
    var known =
        records.findNumbers(
            effect.samples().stream().flatMap(each -> shown(each).stream()).toList());
    return summary(resolution).toBuilder()
        .addAllSamples(effect.samples().stream().map(each -> sample(each, known)).toList())
        .build();
  }

  /** The same without its samples. */
  static org.masterplan.profiles.v1.Resolution summary(Resolution resolution) {
    var effect = resolution.effect();
    return org.masterplan.profiles.v1.Resolution.newBuilder()
        .setName(resolution.name().toString())
        .setState(state(resolution.state()))
        .setCreator(resolution.asked().by())
        .setReason(resolution.asked().reason())
        .setCreateTime(time(resolution.asked().at()))
        .setUpdateTime(time(resolution.updatedAt()))
        .setRecordCount(effect.records())
        .setProfilesBefore(effect.profilesBefore())
        .setProfilesAfter(effect.profilesAfter())
        .setMergedProfiles(effect.merged())
        .setSplitProfiles(effect.split())
        .setFailure(resolution.failure().map(Enum::name).orElse(""))
        .setEtag(Etags.of(resolution.revision()))
        .build();
  }

  private static List<Long> shown(Effect.Sample sample) {
    return sample.persons().stream().flatMap(person -> shown(person).stream()).toList();
  }

  private static List<Long> shown(LongSet person) {
    return Arrays.stream(person.toArray()).limit(SHOWN).boxed().toList();
  }

  private static org.masterplan.profiles.v1.Resolution.Sample sample(
      Effect.Sample sample, Map<Long, SourceRecord> known) {
    var message = org.masterplan.profiles.v1.Resolution.Sample.newBuilder();
    sample.profiles().forEach(profile -> message.addProfiles(ProfileId.name(profile)));
    for (var person : sample.persons()) {
      var named = message.addPersonsBuilder().setRecordCount(person.size());
      shown(person).stream()
          .map(known::get)
          .filter(Objects::nonNull)
          .forEach(record -> named.addRecords(record.name().toString()));
    }
    return message.build();
  }

  private static org.masterplan.profiles.v1.Resolution.State state(Resolution.State state) {
    return switch (state) {
      case PREPARING -> org.masterplan.profiles.v1.Resolution.State.PREPARING;
      case READY -> org.masterplan.profiles.v1.Resolution.State.READY;
      case APPLYING -> org.masterplan.profiles.v1.Resolution.State.APPLYING;
      case APPLIED -> org.masterplan.profiles.v1.Resolution.State.APPLIED;
      case DISCARDED -> org.masterplan.profiles.v1.Resolution.State.DISCARDED;
      case FAILED -> org.masterplan.profiles.v1.Resolution.State.FAILED;
    };
  }

  private static com.google.protobuf.Timestamp time(Instant time) {
    return Timestamps.fromMillis(time.toEpochMilli());
  }
}
