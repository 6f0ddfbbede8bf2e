package org.masterplan.registry.community.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.app.Registry;
import org.masterplan.registry.community.app.Slugs;
import org.masterplan.registry.community.domain.LifeCycle.Step;
import org.masterplan.registry.resource.grpc.Replies;
import org.masterplan.registry.v1.ApproveCommunityRequest;
import org.masterplan.registry.v1.ArchiveCommunityRequest;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.CreateCommunityRequest;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.LaunchCommunityRequest;
import org.masterplan.registry.v1.ListCommunitiesRequest;
import org.masterplan.registry.v1.ListCommunitiesResponse;
import org.masterplan.registry.v1.ListCommunityChangesRequest;
import org.masterplan.registry.v1.ListCommunityChangesResponse;
import org.masterplan.registry.v1.PauseCommunityRequest;
import org.masterplan.registry.v1.ResumeCommunityRequest;
import org.masterplan.registry.v1.RetireCommunityRequest;
import org.masterplan.registry.v1.ReturnCommunityRequest;
import org.masterplan.registry.v1.SubmitCommunityRequest;
import org.masterplan.registry.v1.TransferCommunityRequest;
import org.masterplan.registry.v1.UpdateCommunityRequest;

/** Speaks {@code masterplan.registry.v1.CommunityService}. Translates; decides nothing. */
public final class CommunityGrpcService extends CommunityServiceGrpc.CommunityServiceImplBase {
  static final Listing LISTING =
      Listing.of(
              "ListCommunities",
              CommunityFields.FILTERABLE,
              CommunityFields.SORTABLE,
              CommunityFields.NEWEST_FIRST)
          .of(Community.getDescriptor());
  private static final int MAX_CHANGES = 1000;
  private static final int USUAL_CHANGES = 500;

  private final Registry registry;
  private final CommunityUploads uploads;

  public CommunityGrpcService(Registry registry, CommunityUploads uploads) {
    this.registry = registry;
    this.uploads = uploads;
  }

  @Override
  public void createCommunity(CreateCommunityRequest request, StreamObserver<Community> reply) {
    var sent = request.getCommunity();
    var id = request.getCommunityId();
    var name =
        id.isEmpty()
            ? new ResourceName("communities", Slugs.of(sent.getTitle(), sent.getLink()))
            : ResourceName.chosen("community_id", "communities", id);
    var draft = CommunityProtos.draft(sent);
    var stored = registry.register(name, draft, Caller.current(), request.getValidateOnly());
    Replies.send(reply, CommunityProtos.write(stored));
  }

  @Override
  public void getCommunity(GetCommunityRequest request, StreamObserver<Community> reply) {
    Replies.send(reply, CommunityProtos.write(registry.get(name(request.getName()))));
  }

  @Override
  public void listCommunities(
      ListCommunitiesRequest request, StreamObserver<ListCommunitiesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = registry.list(Paging.query(asked, LISTING));
    Replies.send(
        reply,
        ListCommunitiesResponse.newBuilder()
            .addAllCommunities(slice.map(CommunityProtos::write).items())
            .setNextPageToken(Paging.token(asked, LISTING, slice))
            .build());
  }

  @Override
  public void updateCommunity(UpdateCommunityRequest request, StreamObserver<Community> reply) {
    var sent = request.getCommunity();
    var name = name(sent.getName());
    var stored = registry.get(name);
    Etags.mustMatch(name, sent.getEtag(), stored.revision());
    var fields = CommunityMask.fields(sent, request.getUpdateMask());
    var next = CommunityMask.apply(CommunityProtos.write(stored), sent, fields);
    var edit = new Registry.Edit(name, stored.revision(), CommunityProtos.draft(next), fields);
    var result = registry.edit(edit, Caller.current(), request.getValidateOnly());
    Replies.send(reply, CommunityProtos.write(result));
  }

  @Override
  public void submitCommunity(SubmitCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.SUBMIT, reply);
  }

  @Override
  public void returnCommunity(ReturnCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.RETURN, reply);
  }

  @Override
  public void approveCommunity(ApproveCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.APPROVE, reply);
  }

  @Override
  public void launchCommunity(LaunchCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.LAUNCH, reply);
  }

  @Override
  public void pauseCommunity(PauseCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.PAUSE, reply);
  }

  @Override
  public void resumeCommunity(ResumeCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.RESUME, reply);
  }

  @Override
  public void retireCommunity(RetireCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.RETIRE, reply);
  }

  @Override
  public void archiveCommunity(ArchiveCommunityRequest r, StreamObserver<Community> reply) {
    decide(new Asked(r.getName(), r.getEtag(), r.getReason()), Step.ARCHIVE, reply);
  }

  @Override
  public void transferCommunity(TransferCommunityRequest request, StreamObserver<Community> reply) {
    var name = name(request.getName());
    var before = registry.get(name).value().holding();
    var to =
        CommunityProtos.handOver(
            before, request.getOwner(), request.getDeputiesList(), request.getBusinessUnit());
    var revision = Etags.revision(request.getEtag());
    var transfer = new Registry.Transfer(name, revision, to, request.getReason());
    Replies.send(reply, CommunityProtos.write(registry.transfer(transfer, Caller.current())));
  }

  @Override
  public StreamObserver<org.masterplan.registry.v1.ImportCommunitiesRequest> importCommunities(
      StreamObserver<org.masterplan.common.v1.ImportResult> reply) {
    return uploads.receive(reply);
  }

  @Override
  public void listCommunityChanges(
      ListCommunityChangesRequest request, StreamObserver<ListCommunityChangesResponse> reply) {
    int size = request.getPageSize() <= 0 ? USUAL_CHANGES : request.getPageSize();
    var changes = registry.changes(request.getToken(), Math.min(size, MAX_CHANGES));
    List<Community> items = changes.items().stream().map(CommunityProtos::write).toList();
    Replies.send(
        reply,
        ListCommunityChangesResponse.newBuilder()
            .addAllCommunities(items)
            .setNextToken(changes.token())
            .setMore(changes.more())
            .build());
  }

  private record Asked(String name, String etag, String why) {}

  private void decide(Asked asked, Step step, StreamObserver<Community> reply) {
    var revision = Etags.revision(asked.etag());
    var request = new Registry.Request(name(asked.name()), revision, step, asked.why());
    Replies.send(reply, CommunityProtos.write(registry.decide(request, Caller.current())));
  }

  private static String name(String text) {
    return ResourceName.parse("name", "communities", text).toString();
  }
}
