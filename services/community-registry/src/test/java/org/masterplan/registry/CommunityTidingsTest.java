package org.masterplan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.Notice;
import org.masterplan.notice.v1.NoticeServiceGrpc;
import org.masterplan.platform.notice.NoticeGrpcService;
import org.masterplan.platform.notice.NoticedTidings;
import org.masterplan.platform.notice.Notices;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;

/** What the register tells is in the inbox of the one it is told to, and of nobody else. */
class CommunityTidingsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final String SERVICE = "community-registry";

  @Test
  void tiding_toldTwice_isOneNotice_ofItsRecipient() {
    var notices = new Notices(MongoTestServer.database("tidings"));
    var tiding =
        new Tidings.Tiding(
            new Tidings.Recipient.Person("lan"),
            "communities-me-bim-3",
            "NOTICE_COMMUNITY_RETURNED",
            "communities/me-bim",
            Map.of("title", "Hội Mẹ Bỉm Sữa"),
            NOW);

    new NoticedTidings(notices).tell(tiding);
    new NoticedTidings(notices).tell(tiding);

    try (var server = GrpcTest.serving(new NoticeGrpcService(notices, SERVICE))) {
      var mine = inbox(server, "lan");
      assertThat(mine).hasSize(1);
      assertThat(mine.getFirst().getText()).contains("Hội Mẹ Bỉm Sữa").contains("sent back");
      assertThat(mine.getFirst().getAbout()).isEqualTo("communities/me-bim");
      assertThat(inbox(server, "minh")).isEmpty();
    }
  }

  private static List<Notice> inbox(GrpcTest server, String subject) {
    var person = new Actor(subject, Set.of(Role.BUSINESS_UNIT), Set.of("sua"), "");
    var request = ListNoticesRequest.newBuilder().setParent("services/" + SERVICE).build();
    return NoticeServiceGrpc.newBlockingStub(server.as(person))
        .listNotices(request)
        .getNoticesList();
  }
}
