package org.masterplan.gateway;

import io.grpc.stub.StreamObserver;
import org.masterplan.profiles.v1.FragmentationServiceGrpc;
import org.masterplan.profiles.v1.FragmentationSummary;
import org.masterplan.profiles.v1.FragmentationSummary.Bucket;
import org.masterplan.profiles.v1.GetFragmentationSummaryRequest;
import org.masterplan.profiles.v1.GetProfileFragmentationRequest;
import org.masterplan.profiles.v1.ProfileFragmentation;
import org.masterplan.profiles.v1.ProfileFragmentation.Toucher;

/** Who touched Lan; of anybody else governance would have to be asked, and is away. */
final class FakeTouches extends FragmentationServiceGrpc.FragmentationServiceImplBase {
  private static final ProfileFragmentation MUCH =
      ProfileFragmentation.newBuilder()
          .setProfile("profiles/p7k2m9")
          .setUnits(2)
          .setCommunities(1)
          .setVoices(3)
          .addUnitTouches(toucher("businessUnits/sua", "", 3, 7))
          .addUnitTouches(toucher("businessUnits/nowhere", "", 0, 1))
          .addCommunityTouches(toucher("communities/bep-nha-ta", "", 2, 7))
          .addVoiceTouches(toucher("businessUnits/sua", "SMS", 2, 0))
          .setUnattributed(4)
          .setSinceTime(FakePlan.NOW)
          .setAsOfTime(FakePlan.NOW)
          .build();
  private static final ProfileFragmentation UNKNOWN =
      ProfileFragmentation.newBuilder()
          .setProfile("profiles/q8")
          .addMissing("message-governance")
          .setSinceTime(FakePlan.NOW)
          .setAsOfTime(FakePlan.NOW)
          .build();

  private static Toucher toucher(String name, String channel, int contacts, int deeds) {
    return Toucher.newBuilder()
        .setName(name)
        .setChannel(channel)
        .setContacts(contacts)
        .setDeeds(deeds)
        .setLastTime(FakePlan.NOW)
        .build();
  }

  /** Whether it is told as a unit is. */
  boolean own;

  @Override
  public void getProfileFragmentation(
      GetProfileFragmentationRequest request, StreamObserver<ProfileFragmentation> reply) {
    boolean other = request.getName().equals("profiles/q8");
    FakeCommunities.answer(
        reply, () -> other ? UNKNOWN : MUCH.toBuilder().setOwnUnitsOnly(own).build());
  }

  @Override
  public void getFragmentationSummary(
      GetFragmentationSummaryRequest request, StreamObserver<FragmentationSummary> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            FragmentationSummary.newBuilder()
                .addBuckets(bucket(0).setMostUnits(0))
                .addBuckets(bucket(3).setMostUnits(4))
                .addBuckets(bucket(5))
                .setSampled(1000)
                .setPeople(40_003)
                .setSinceTime(FakePlan.NOW)
                .setAsOfTime(FakePlan.NOW)
                .build());
  }

  private static Bucket.Builder bucket(int units) {
    return Bucket.newBuilder()
        .setUnits(units)
        .setPeople(120)
        .setShare(0.12)
        .setLow(0.1)
        .setHigh(0.14);
  }
}
