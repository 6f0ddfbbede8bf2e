package org.masterplan.gateway;

import com.google.type.Money;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.masterplan.profiles.v1.GetPromotionEffectRequest;
import org.masterplan.profiles.v1.PromotionEffect;
import org.masterplan.profiles.v1.PromotionEffect.Basis;
import org.masterplan.profiles.v1.PromotionEffect.Comparison;
import org.masterplan.profiles.v1.PromotionEffect.Group;
import org.masterplan.profiles.v1.PromotionEffectServiceGrpc;

/**
 * What promotions did among the mothers, of which it may be told what one unit's sources say, or
 * nothing; of other communities governance would have to be asked.
 */
final class FakePromotions extends PromotionEffectServiceGrpc.PromotionEffectServiceImplBase {
  boolean own;
  boolean refused;

  void reset() {
    own = false;
    refused = false;
  }

  @Override
  public void getPromotionEffect(
      GetPromotionEffectRequest request, StreamObserver<PromotionEffect> reply) {
    if (!request.getName().equals("communities/me-bim")) {
      reply.onError(Status.UNAVAILABLE.asRuntimeException());
      return;
    }
    if (refused) {
      reply.onError(Status.PERMISSION_DENIED.asRuntimeException());
      return;
    }
    FakeCommunities.answer(reply, () -> own ? toAUnit() : effect());
  }

  private static PromotionEffect toAUnit() {
    var effect = effect().toBuilder().setOwnSourcesOnly(true).clearSampled();
    effect.getComparisonsBuilder(1).setOthers(Group.newBuilder().setUnknown(0).setTooFew(true));
    return effect.build();
  }

  private static PromotionEffect effect() {
    return PromotionEffect.newBuilder()
        .setCommunity("communities/me-bim")
        .setListed(1_900)
        .setSampled(1_204)
        .addSources("sources/web-do-uong")
        .addComparisons(
            Comparison.newBuilder()
                .setBasis(Basis.OBSERVED)
                .setPromoted(group(400, 119_500))
                .setOthers(group(750, 50_000).toBuilder().setUnknown(54))
                .setDifference(dong(69_500))
                .setLow(dong(-1_200))
                .setHigh(dong(140_200))
                .setSinceTime(FakePlan.NOW))
        .addComparisons(
            Comparison.newBuilder()
                .setBasis(Basis.HELD_OUT)
                .setMessage("messages/tet-sale")
                .setPromoted(group(29, 70_000))
                .setOthers(Group.newBuilder().setMembers(0).setUnknown(3))
                .setTooFew(true)
                .setSinceTime(FakePlan.NOW))
        .setSinceTime(FakePlan.NOW)
        .setAsOfTime(FakePlan.NOW)
        .build();
  }

  private static Group group(long members, long mean) {
    return Group.newBuilder().setMembers(members).setUnknown(0).setMeanRevenue(dong(mean)).build();
  }

  private static Money dong(long amount) {
    return Money.newBuilder().setCurrencyCode("VND").setUnits(amount).build();
  }
}
