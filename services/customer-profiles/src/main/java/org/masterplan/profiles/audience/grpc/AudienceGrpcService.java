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
    message.setKnown(audience.known()).setReachable(audience.reachable());
    known.knowledge().ifPresent(message::setKnowledge);
    known.reached().ifPresent(message::setReached);
    audience.complete().ifPresent(message::setComplete);
    Audience.COMMON.forEach(field -> message.addCompleteness(completeness(audience, field)));
    for (var way : Audience.Way.values()) {
      message.addChannels(
          CommunityAudience.Reachable.newBuilder()
              .setChannel(way.name())
              .setPeople(audience.ways().getOrDefault(way, 0L)));
    }
  }

  private static CommunityAudience.Completeness completeness(Audience audience, String field) {
    var message =
        CommunityAudience.Completeness.newBuilder()
            .setField(field)
            .setFilled(audience.filled(field));
    audience.share(field).ifPresent(message::setShare);
    return message.build();
  }
}
