package org.masterplan.profiles.touch.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.domain.Share;
import org.masterplan.profiles.touch.app.Fragmenting;
import org.masterplan.profiles.touch.app.Surveying;
import org.masterplan.profiles.touch.domain.Fragmentation;
import org.masterplan.profiles.touch.domain.Fragmentation.Toucher;
import org.masterplan.profiles.touch.domain.Spread;
import org.masterplan.profiles.v1.FragmentationServiceGrpc.FragmentationServiceImplBase;
import org.masterplan.profiles.v1.FragmentationSummary;
import org.masterplan.profiles.v1.GetFragmentationSummaryRequest;
import org.masterplan.profiles.v1.GetProfileFragmentationRequest;
import org.masterplan.profiles.v1.ProfileFragmentation;

/** Speaks {@code masterplan.profiles.v1.FragmentationService}. Translates; decides nothing. */
public final class FragmentationGrpcService extends FragmentationServiceImplBase {
  private final Fragmenting fragmenting;
  private final Surveying surveying;
  private final Desk desk;

  public FragmentationGrpcService(Fragmenting fragmenting, Surveying surveying, Desk desk) {
    this.fragmenting = fragmenting;
    this.surveying = surveying;
    this.desk = desk;
  }

  @Override
  public void getProfileFragmentation(
      GetProfileFragmentationRequest request, StreamObserver<ProfileFragmentation> reply) {
    var reader = Caller.current();
    var profile = desk.get(request.getName(), reader);
    var own = OwnPeople.units(reader);
    var found = fragmenting.of(List.of(profile), own);
    var answer =
        ProfileFragmentation.newBuilder()
            .setProfile(profile.name())
            .setOwnUnitsOnly(own.isPresent())
            .addAllMissing(found.missing())
            .setSinceTime(time(found.since()))
            .setAsOfTime(time(found.asOf()));
    found.people().values().forEach(person -> fill(answer, person));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  private static void fill(ProfileFragmentation.Builder answer, Fragmentation person) {
    answer
        .setUnits(person.units().size())
        .setCommunities(person.communities().size())
        .setVoices(person.voices().size())
        .setUnattributed(person.unattributed());
    person.units().forEach(toucher -> answer.addUnitTouches(message(toucher)));
    person.communities().forEach(toucher -> answer.addCommunityTouches(message(toucher)));
    person.voices().forEach(toucher -> answer.addVoiceTouches(message(toucher)));
  }

  private static ProfileFragmentation.Toucher message(Toucher toucher) {
    return ProfileFragmentation.Toucher.newBuilder()
        .setName(toucher.name())
        .setChannel(toucher.channel())
        .setContacts(toucher.contacts())
        .setDeeds(toucher.deeds())
        .setLastTime(time(toucher.last()))
        .build();
  }

  @Override
  public void getFragmentationSummary(
      GetFragmentationSummaryRequest request, StreamObserver<FragmentationSummary> reply) {
    var found = surveying.found();
    var answer =
        FragmentationSummary.newBuilder()
            .setSampled(found.sampled())
            .setPeople(found.people())
            .addAllMissing(found.missing())
            .setSinceTime(time(found.since()))
            .setAsOfTime(time(found.asOf()));
    found.bands().forEach((band, share) -> answer.addBuckets(bucket(band, share)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  private static FragmentationSummary.Bucket bucket(Spread.Band band, Share share) {
    var bucket =
        FragmentationSummary.Bucket.newBuilder()
            .setUnits(band.from())
            .setPeople(share.part())
            .setShare(share.rate())
            .setLow(share.low())
            .setHigh(share.high());
    if (band.ends()) {
      bucket.setMostUnits(band.to());
    }
    return bucket.build();
  }

  private static Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
