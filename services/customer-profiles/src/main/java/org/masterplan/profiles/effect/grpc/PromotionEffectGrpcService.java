package org.masterplan.profiles.effect.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Currency;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.money.MoneyMessage;
import org.masterplan.profiles.effect.app.Comparing;
import org.masterplan.profiles.effect.domain.Comparison;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.v1.GetPromotionEffectRequest;
import org.masterplan.profiles.v1.PromotionEffect;
import org.masterplan.profiles.v1.PromotionEffectServiceGrpc.PromotionEffectServiceImplBase;

/** Speaks {@code masterplan.profiles.v1.PromotionEffectService}. Translates; decides nothing. */
public final class PromotionEffectGrpcService extends PromotionEffectServiceImplBase {
  private final Comparing comparing;

  public PromotionEffectGrpcService(Comparing comparing) {
    this.comparing = comparing;
  }

  @Override
  public void getPromotionEffect(
      GetPromotionEffectRequest request, StreamObserver<PromotionEffect> reply) {
    var community = ResourceName.parse("name", "communities", request.getName()).toString();
    var reader = Caller.current();
    var found = comparing.of(community, reader);
    boolean unit = OwnPeople.units(reader).isPresent();
    var answer =
        PromotionEffect.newBuilder()
            .setCommunity(community)
            .setListed(found.listed())
            .setOwnSourcesOnly(unit)
            .setSinceTime(time(found.since()))
            .setAsOfTime(time(found.asOf()));
    // It is the sum of the first counts: one that is not told would follow.
    if (found.comparisons().getFirst().told(!unit).isWhole()) {
      answer.setSampled(found.sampled());
    }
    found.sources().forEach(source -> answer.addSources("sources/" + source));
    found.comparisons().forEach(each -> answer.addComparisons(message(each, unit)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  private PromotionEffect.Comparison message(Comparison comparison, boolean unit) {
    var told = comparison.told(!unit);
    var message =
        PromotionEffect.Comparison.newBuilder()
            .setBasis(PromotionEffect.Basis.valueOf(comparison.basis().name()))
            .setMessage(comparison.message())
            .setPromoted(group(comparison.promoted(), told.promoted()))
            .setOthers(group(comparison.others(), told.others()))
            .setTooFew(comparison.difference().isEmpty())
            .setSinceTime(time(comparison.since()));
    comparison
        .difference()
        .ifPresent(
            difference ->
                message
                    .setDifference(money(difference.value()))
                    .setLow(money(difference.low()))
                    .setHigh(money(difference.high())));
    return message.build();
  }

  private PromotionEffect.Group group(Comparison.Group group, Comparison.Counts told) {
    var message = PromotionEffect.Group.newBuilder().setTooFew(!told.isWhole());
    told.members().ifPresent(message::setMembers);
    told.unknown().ifPresent(message::setUnknown);
    group.mean().ifPresent(mean -> message.setMeanRevenue(money(mean)));
    return message.build();
  }

  private com.google.type.Money money(double minorUnits) {
    Currency currency = comparing.currency();
    return MoneyMessage.of(new Money(Math.round(minorUnits), currency));
  }

  private static Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
