package org.masterplan.gateway;

import com.google.type.Money;
import io.grpc.stub.StreamObserver;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.ProfileRelations;

/** What Lan did; of anybody else nothing is known. */
final class FakeDealings extends DealingServiceGrpc.DealingServiceImplBase {
  private static final ProfileRelations NOTHING =
      ProfileRelations.newBuilder().setProfile("profiles/q8").setValueRule("NONE").build();

  private static final ProfileRelations MUCH =
      ProfileRelations.newBuilder()
          .setProfile("profiles/p7k2m9")
          .setValue(Money.newBuilder().setCurrencyCode("VND").setUnits(1_250_000))
          .setValueRule("SPENT_12_MONTHS")
          .setOrders(3)
          .setOrdersLeftOut(1)
          .setSatisfaction(0.8)
          .setRatings(2)
          .addRelations(
              ProfileRelations.Relation.newBuilder()
                  .setCommunity("communities/me-bim")
                  .setStrength(0.62)
                  .setEvents(2)
                  .setPosts(5)
                  .setGiven(4)
                  .setReceived(3)
                  .setLastTime(FakePlan.NOW))
          .addHandles(
              ProfileRelations.Handle.newBuilder()
                  .setPlatform("facebook")
                  .setHandle("lan.n•••")
                  .addSources("sources/web-do-uong"))
          .setAsOfTime(FakePlan.NOW)
          .build();

  /** Whether it is told to a unit. */
  boolean own;

  /** Whether nobody can tell whose communities are. */
  boolean away;

  @Override
  public void getProfileRelations(
      GetProfileRelationsRequest request, StreamObserver<ProfileRelations> reply) {
    boolean other = request.getName().equals("profiles/q8");
    FakeCommunities.answer(reply, () -> told(other ? NOTHING : MUCH));
  }

  private ProfileRelations told(ProfileRelations all) {
    var told = all.toBuilder().setOwnUnitsOnly(own);
    return away ? told.clearRelations().addMissing("community-registry").build() : told.build();
  }
}
