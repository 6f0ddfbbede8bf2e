package org.masterplan.profiles.privacy.grpc;

import com.google.longrunning.Operation;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.request.app.RequestDesk;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.GetErasureRequest;
import org.masterplan.profiles.v1.PersonalDataPackage;
import org.masterplan.profiles.v1.PrivacyServiceGrpc;

/** Speaks {@code masterplan.profiles.v1.PrivacyService}. Translates; decides nothing. */
public final class PrivacyGrpcService extends PrivacyServiceGrpc.PrivacyServiceImplBase {
  private final PrivacyDesk desk;
  private final RequestDesk requests;
  private final Sight sight;
  private final Function<Erasure, Operation> runner;
  private final Clock clock;

  /** Who answers for all services, and where persons' requests are followed. */
  public record Desks(PrivacyDesk privacy, RequestDesk requests) {}

  public PrivacyGrpcService(
      Desks desks, Sight sight, Function<Erasure, Operation> runner, Clock clock) {
    this.desk = desks.privacy();
    this.requests = desks.requests();
    this.sight = sight;
    this.runner = runner;
    this.clock = clock;
  }

  @Override
  public void eraseProfile(EraseProfileRequest request, StreamObserver<Operation> reply) {
    var erasure =
        desk.erase(
            new PrivacyDesk.Wish(
                request.getName(), request.getReason(), Caller.current().subject()));
    send(reply, runner.apply(erasure));
  }

  @Override
  public void getErasure(
      GetErasureRequest request, StreamObserver<org.masterplan.profiles.v1.Erasure> reply) {
    var name = ResourceName.parse("name", "erasures", request.getName());
    var found = desk.find(name.id()).orElseThrow(() -> NotFound.named(name.toString()));
    send(reply, PrivacyProtos.erasure(found));
  }

  @Override
  public void exportPersonalData(
      ExportPersonalDataRequest request, StreamObserver<PersonalDataPackage> reply) {
    if (!request.getPrivacyRequest().isEmpty()) {
      var under =
          ResourceName.parse("privacy_request", "privacyRequests", request.getPrivacyRequest());
      requests.requireShowing(under, request.getName());
    }
    if (sight.look(Caller.current(), List.of(request.getName()))) {
      throw new NotAllowed("PURPOSE_MISSING", Map.of("header", "x-purpose"));
    }
    var found = desk.export(request.getName(), request.getAllowPartial());
    var answer =
        PersonalDataPackage.newBuilder()
            .setProfile(found.profile())
            .addAllMissing(found.missing())
            .setAsOfTime(Timestamps.fromMillis(clock.millis()));
    found
        .parts()
        .forEach(
            (service, holdings) ->
                answer.addParts(
                    PersonalDataPackage.Part.newBuilder()
                        .setService(service)
                        .addAllItems(holdings.stream().map(PrivacyProtos::item).toList())));
    send(reply, answer.build());
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
