package org.masterplan.profiles.resolution.grpc;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.resolution.app.ResolutionFields;
import org.masterplan.profiles.resolution.app.ResolvingAnew;
import org.masterplan.profiles.resolution.jobs.ApplyWork;
import org.masterplan.profiles.resolution.jobs.PrepareWork;
import org.masterplan.profiles.v1.ApplyResolutionRequest;
import org.masterplan.profiles.v1.DiscardResolutionRequest;
import org.masterplan.profiles.v1.GetResolutionRequest;
import org.masterplan.profiles.v1.ListResolutionsRequest;
import org.masterplan.profiles.v1.ListResolutionsResponse;
import org.masterplan.profiles.v1.Resolution;
import org.masterplan.profiles.v1.ResolutionServiceGrpc;
import org.masterplan.profiles.v1.StartResolutionRequest;

/** Speaks {@code masterplan.profiles.v1.ResolutionService}. Translates; decides nothing. */
public final class ResolutionGrpcService extends ResolutionServiceGrpc.ResolutionServiceImplBase {
  private static final Listing LISTING =
      Listing.of(
          "ListResolutions",
          ResolutionFields.ALL,
          ResolutionFields.SORTABLE,
          ResolutionFields.DEFAULT);

  private final ResolvingAnew resolving;
  private final ResolutionProtos protos;
  private final Operations operations;

  public ResolutionGrpcService(
      ResolvingAnew resolving, ResolutionProtos protos, Operations operations) {
    this.resolving = resolving;
    this.protos = protos;
    this.operations = operations;
  }

  @Override
  public void startResolution(StartResolutionRequest request, StreamObserver<Operation> reply) {
    var asked = resolving.ask(act(request.getReason()));
    var payload = PrepareWork.payload(asked);
    send(reply, operations.start(PrepareWork.KIND, asked.name().id(), payload));
  }

  @Override
  public void getResolution(GetResolutionRequest request, StreamObserver<Resolution> reply) {
    send(reply, protos.resolution(resolving.get(name(request.getName()))));
  }

  @Override
  public void listResolutions(
      ListResolutionsRequest request, StreamObserver<ListResolutionsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var page = resolving.list(Paging.query(asked, LISTING));
    send(
        reply,
        ListResolutionsResponse.newBuilder()
            .addAllResolutions(page.items().stream().map(ResolutionProtos::summary).toList())
            .setNextPageToken(Paging.token(asked, LISTING, page))
            .build());
  }

  @Override
  public void applyResolution(ApplyResolutionRequest request, StreamObserver<Operation> reply) {
    long seen = Etags.revision(request.getEtag());
    var applying = resolving.apply(name(request.getName()), seen, act(request.getReason()));
    var payload = PrepareWork.payload(applying);
    send(reply, operations.start(ApplyWork.KIND, "apply-" + applying.name().id(), payload));
  }

  @Override
  public void discardResolution(
      DiscardResolutionRequest request, StreamObserver<Resolution> reply) {
    long seen = Etags.revision(request.getEtag());
    var discarded = resolving.discard(name(request.getName()), seen, act(request.getReason()));
    send(reply, protos.resolution(discarded));
  }

  private static ResourceName name(String text) {
    return ResourceName.parse("name", "resolutions", text);
  }

  private static ResolvingAnew.Act act(String reason) {
    return new ResolvingAnew.Act(Caller.current(), reason);
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
