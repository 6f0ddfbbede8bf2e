package org.masterplan.platform.notice;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.ListNoticesResponse;
import org.masterplan.notice.v1.MarkNoticesReadRequest;
import org.masterplan.notice.v1.MarkNoticesReadResponse;
import org.masterplan.notice.v1.NoticeServiceGrpc;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.platform.text.TextCatalogue;

/** Speaks {@code masterplan.notice.v1} for this service's notices. */
public final class NoticeGrpcService extends NoticeServiceGrpc.NoticeServiceImplBase {
  private static final Field CREATED = Field.time("create_time");
  private static final Listing LISTING =
      Listing.of(
          "ListNotices",
          List.of(Field.bool("read"), Field.exact("reason"), CREATED),
          List.of(),
          new Order(CREATED, true));

  private final Notices notices;
  private final String service;

  public NoticeGrpcService(Notices notices, String service) {
    this.notices = notices;
    this.service = service;
  }

  @Override
  public void listNotices(ListNoticesRequest request, StreamObserver<ListNoticesResponse> reply) {
    mustBeHere(request.getParent());
    var subject = Caller.current().subject();
    var asked =
        new ListRequest(
            request.getPageSize(), request.getPageToken(), request.getFilter(), "", subject);
    var page = notices.page(Offices.inboxes(Caller.current()), Paging.query(asked, LISTING));
    var answer =
        ListNoticesResponse.newBuilder().setNextPageToken(Paging.token(asked, LISTING, page));
    page.items().forEach(kept -> answer.addNotices(notice(kept)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void markNoticesRead(
      MarkNoticesReadRequest request, StreamObserver<MarkNoticesReadResponse> reply) {
    mustBeHere(request.getParent());
    var ids =
        request.getNamesList().stream()
            .map(name -> ResourceName.parse("names", collection(), name).id())
            .toList();
    var marked = notices.markRead(Offices.inboxes(Caller.current()), ids);
    reply.onNext(MarkNoticesReadResponse.newBuilder().setMarked(marked).build());
    reply.onCompleted();
  }

  private void mustBeHere(String parent) {
    if (!parent.equals("services/" + service)) {
      throw NotFound.named(parent);
    }
  }

  private String collection() {
    return "services/" + service + "/notices";
  }

  private org.masterplan.notice.v1.Notice notice(Notices.Kept kept) {
    var notice = kept.notice();
    var text = TextCatalogue.shared().say(Caller.language(), notice.reason(), notice.values());
    return org.masterplan.notice.v1.Notice.newBuilder()
        .setName(collection() + "/" + notice.id())
        .setReason(notice.reason())
        .setText(text)
        .setAbout(notice.about())
        .setCreateTime(Timestamps.fromMillis(notice.at().toEpochMilli()))
        .setRead(kept.read())
        .build();
  }
}
