package org.masterplan.gateway;

import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.ListNoticesResponse;
import org.masterplan.notice.v1.MarkNoticesReadRequest;
import org.masterplan.notice.v1.MarkNoticesReadResponse;
import org.masterplan.notice.v1.Notice;
import org.masterplan.notice.v1.NoticeServiceGrpc;

/** Notices of two services, kept until the test forgets them. */
final class FakeNotices extends NoticeServiceGrpc.NoticeServiceImplBase {
  final Map<String, Notice> stored = new TreeMap<>();

  FakeNotices() {
    reset();
  }

  void reset() {
    stored.clear();
    keep("community-registry", "n-1", "Hội Mẹ Bỉm Sữa: đã trả lại", "communities/me-bim", -3600);
    keep("message-governance", "n-2", "Vitamin C mùa lạnh: đã duyệt", "messages/vitamin-c", -60);
  }

  @Override
  public void listNotices(ListNoticesRequest request, StreamObserver<ListNoticesResponse> reply) {
    var unread = request.getFilter().equals("read = false");
    FakeCommunities.answer(
        reply,
        () ->
            page(
                stored.values().stream()
                    .filter(n -> n.getName().startsWith(request.getParent() + "/"))
                    .filter(n -> !unread || !n.getRead())
                    .toList(),
                request));
  }

  private static ListNoticesResponse page(List<Notice> all, ListNoticesRequest request) {
    var token = request.getPageToken();
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(from + Math.clamp(request.getPageSize(), 1, 200), all.size());
    return ListNoticesResponse.newBuilder()
        .addAllNotices(all.subList(from, to))
        .setNextPageToken(to < all.size() ? Integer.toString(to) : "")
        .build();
  }

  @Override
  public void markNoticesRead(
      MarkNoticesReadRequest request, StreamObserver<MarkNoticesReadResponse> reply) {
    request
        .getNamesList()
        .forEach(
            name -> stored.computeIfPresent(name, (_, n) -> n.toBuilder().setRead(true).build()));
    FakeCommunities.answer(reply, MarkNoticesReadResponse::getDefaultInstance);
  }

  void keep(String service, String id, String text, String about, long seconds) {
    var name = "services/" + service + "/notices/" + id;
    stored.put(
        name,
        Notice.newBuilder()
            .setName(name)
            .setText(text)
            .setAbout(about)
            .setCreateTime(FakePlan.NOW.toBuilder().setSeconds(FakePlan.NOW.getSeconds() + seconds))
            .build());
  }
}
