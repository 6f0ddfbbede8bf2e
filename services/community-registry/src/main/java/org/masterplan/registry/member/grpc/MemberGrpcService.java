package org.masterplan.registry.member.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.registry.member.app.MemberFields;
import org.masterplan.registry.member.app.MemberFigures;
import org.masterplan.registry.member.app.Members;
import org.masterplan.registry.member.app.Sight;
import org.masterplan.registry.resource.grpc.Replies;
import org.masterplan.registry.v1.CountMembersRequest;
import org.masterplan.registry.v1.CountMembersResponse;
import org.masterplan.registry.v1.ImportMembersRequest;
import org.masterplan.registry.v1.ImportMembersResponse;
import org.masterplan.registry.v1.ListMembersRequest;
import org.masterplan.registry.v1.ListMembersResponse;
import org.masterplan.registry.v1.ListMembershipsRequest;
import org.masterplan.registry.v1.ListMembershipsResponse;
import org.masterplan.registry.v1.MemberServiceGrpc;
import org.masterplan.registry.v1.StreamMembersRequest;
import org.masterplan.registry.v1.StreamMembersResponse;

/** Speaks {@code masterplan.registry.v1.MemberService}. Translates; decides nothing. */
public final class MemberGrpcService extends MemberServiceGrpc.MemberServiceImplBase {
  private static final int CHUNK = 1000;
  private static final Listing OPEN = listing(MemberFields.OPEN);
  private static final Listing MASKED = listing(MemberFields.MASKED);

  private final Members members;
  private final MemberFigures figures;
  private final Sight sight;
  private final MemberUploads uploads;

  public MemberGrpcService(
      Members members, MemberFigures figures, Sight sight, MemberUploads uploads) {
    this.members = members;
    this.figures = figures;
    this.sight = sight;
    this.uploads = uploads;
  }

  private static Listing listing(List<org.masterplan.kernel.query.Field> fields) {
    return Listing.of("ListMembers", fields, MemberFields.SORTABLE, MemberFields.NEWEST_FIRST)
        .of(org.masterplan.registry.v1.Member.getDescriptor());
  }

  @Override
  public void listMembers(ListMembersRequest request, StreamObserver<ListMembersResponse> reply) {
    var parent = figures.community(request.getParent());
    boolean open = sight.isOpen(Caller.current());
    var listing = open ? OPEN : MASKED;
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy(),
            parent);
    var slice = members.page(within(parent, Paging.query(asked, listing)));
    if (open) {
      sight.shown(Caller.current(), parent);
    }
    Replies.send(
        reply,
        ListMembersResponse.newBuilder()
            .addAllMembers(slice.map(m -> MemberProtos.write(m, open)).items())
            .setNextPageToken(Paging.token(asked, listing, slice))
            .build());
  }

  private static Query within(String parent, Query query) {
    var there = new Filter.Compare(MemberFields.COMMUNITY, Filter.Op.EQ, new Value.Text(parent));
    var both = new Filter.And(List.of(there, query.filter()));
    return new Query(both, query.order(), query.size(), query.after());
  }

  @Override
  public void streamMembers(
      StreamMembersRequest request, StreamObserver<StreamMembersResponse> reply) {
    var parent = figures.community(request.getParent());
    var call = (ServerCallStreamObserver<StreamMembersResponse>) reply;
    call.setOnCancelHandler(() -> {});
    var after = "";
    boolean more = true;
    while (more && !call.isCancelled()) {
      var page = members.joined(parent, after, CHUNK);
      more = page.size() == CHUNK;
      if (!page.isEmpty()) {
        after = page.getLast().name().toString();
        var known = page.stream().filter(m -> m.isKnown()).map(m -> m.profile()).toList();
        reply.onNext(
            StreamMembersResponse.newBuilder()
                .addAllProfiles(known)
                .setUnknown(page.size() - known.size())
                .build());
      }
    }
    reply.onCompleted();
  }

  @Override
  public StreamObserver<ImportMembersRequest> importMembers(
      StreamObserver<ImportMembersResponse> reply) {
    return uploads.receive(reply);
  }

  @Override
  public void listMemberships(
      ListMembershipsRequest request, StreamObserver<ListMembershipsResponse> reply) {
    var found = members.ofProfiles(request.getProfilesList());
    Replies.send(
        reply,
        ListMembershipsResponse.newBuilder()
            .addAllMemberships(found.stream().map(m -> MemberProtos.write(m, false)).toList())
            .build());
  }

  @Override
  public void countMembers(
      CountMembersRequest request, StreamObserver<CountMembersResponse> reply) {
    var answer = CountMembersResponse.newBuilder();
    for (var figure : figures.of(request.getCommunitiesList())) {
      answer
          .addCountsBuilder()
          .setCommunity(figure.community())
          .setDeclared(figure.declared())
          .setListed(figure.listed())
          .setKnown(figure.known());
    }
    Replies.send(reply, answer.build());
  }
}
