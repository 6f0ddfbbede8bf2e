package org.masterplan.profiles.audience.grpc;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.audience.app.KnowingAudience;
import org.masterplan.profiles.audience.domain.Audience;
import org.masterplan.profiles.v1.AudienceServiceGrpc;
import org.masterplan.profiles.v1.CommunityAudience;
import org.masterplan.profiles.v1.GetCommunityAudienceRequest;

/** Speaks {@code masterplan.profiles.v1.AudienceService}. Translates; decides nothing. */
public final class AudienceGrpcService extends AudienceServiceGrpc.AudienceServiceImplBase {
  private static final String USUAL_PURPOSE = "MARKETING";

  private final KnowingAudience knowing;

  public AudienceGrpcService(KnowingAudience knowing) {
    this.knowing = knowing;
  }

  @Override
  public void getCommunityAudience(
      GetCommunityAudienceRequest request, StreamObserver<CommunityAudience> reply) {
    var community = ResourceName.parse("name", "communities", request.getName()).toString();
    var purpose = request.getPurpose().isEmpty() ? USUAL_PURPOSE : request.getPurpose();
    var known = knowing.of(community, purpose, Caller.current());
    reply.onNext(message(community, purpose, known));
    reply.onCompleted();
  }

  private static CommunityAudience message(
      String community, String purpose, KnowingAudience.Known known) {
    var message =
        CommunityAudience.newBuilder()
            .setCommunity(community)
            .setListed(known.listed())
            .setPurpose(purpose)
            .setOwnSourcesOnly(!known.whole())
            .setTooFew(known.tooFew())
            .addAllMissing(known.missing())
            .setAsOfTime(Timestamps.fromMillis(known.asOf().toEpochMilli()));
    if (!known.tooFew()) {
      fill(message, known);
    }
    return message.build();
  }

  private static void fill(CommunityAudience.Builder message, KnowingAudience.Known known) {
    var audience = known.audience();
    message.setKnown(audience.known());
    known.told(audience.reachable()).ifPresent(message::setReachable);
    known.knowledge().ifPresent(message::setKnowledge);
    known.reached().stream().flatMap(n -> known.told(n).stream()).forEach(message::setReached);
    known.complete().ifPresent(message::setComplete);
    Audience.COMMON.forEach(field -> message.addCompleteness(completeness(known, field)));
    for (var way : Audience.Way.values()) {
      var channel = CommunityAudience.Reachable.newBuilder().setChannel(way.name());
      known.told(audience.ways().getOrDefault(way, 0L)).ifPresent(channel::setPeople);
      message.addChannels(channel);
    }
  }

  private static CommunityAudience.Completeness completeness(
      KnowingAudience.Known known, String field) {
    var message = CommunityAudience.Completeness.newBuilder().setField(field);
    known.told(known.audience().filled(field)).ifPresent(message::setFilled);
    known.share(field).ifPresent(message::setShare);
    return message.build();
  }
}
