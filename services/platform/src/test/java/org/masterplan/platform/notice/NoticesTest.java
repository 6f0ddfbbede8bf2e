package org.masterplan.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.MarkNoticesReadRequest;
import org.masterplan.notice.v1.NoticeServiceGrpc;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.platform.lease.InMemoryLeases;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;

class NoticesTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final Actor LAN = new Actor("lan", Set.of(Role.CMO), Set.of(), "");

  TestClock clock = TestClock.at(NOW);
  Notices notices = new Notices(MongoTestServer.database("notices"));
  Leasing leasing = new Leasing(new InMemoryLeases(clock), "a", Duration.ofMinutes(1), clock);

  @Test
  void list_showsTheCallersOwnInTheirLanguage() {
    add("n1", "lan");
    add("n1", "lan");
    add("n2", "minh");
    try (var server = GrpcTest.serving(new NoticeGrpcService(notices, "registry"))) {
      var stub = NoticeServiceGrpc.newBlockingStub(server.as(LAN, Locale.of("vi")));
      var list = ListNoticesRequest.newBuilder().setParent("services/registry").build();

      var mine = stub.listNotices(list).getNoticesList();

      assertThat(mine).hasSize(1);
      assertThat(mine.getFirst().getText()).isEqualTo("Không có communities/c1.");
      var names = List.of(mine.getFirst().getName(), "services/registry/notices/n2");
      var mark =
          MarkNoticesReadRequest.newBuilder()
              .setParent("services/registry")
              .addAllNames(names)
              .build();
      assertThat(stub.markNoticesRead(mark).getMarked()).isEqualTo(1);
      assertThat(stub.listNotices(list).getNotices(0).getRead()).isTrue();
      var unread = list.toBuilder().setFilter("read=false").build();
      assertThat(stub.listNotices(unread).getNoticesList()).isEmpty();
    }
  }

  @Test
  void tidings_reachPersonEmployeeOfficeAndUnit_onceEach() {
    var tidings = new NoticedTidings(notices);
    List<Recipient> all =
        List.of(
            new Recipient.Person("lan"),
            new Recipient.Employee("employees/lan"),
            new Recipient.Office(Role.CMO),
            new Recipient.Unit("businessUnits/dairy"));
    for (var to : List.of(all, all)) {
      to.forEach(
          each ->
              tidings.tell(
                  new Tiding(each, "c1-2", "NOT_FOUND", "c/1", Map.of("name", "c/1"), NOW)));
    }
    try (var server = GrpcTest.serving(new NoticeGrpcService(notices, "registry"))) {
      var list = ListNoticesRequest.newBuilder().setParent("services/registry").build();

      assertThat(NoticeServiceGrpc.newBlockingStub(server.as(LAN)).listNotices(list))
          .satisfies(page -> assertThat(page.getNoticesList()).hasSize(3));
    }
  }

  @Test
  void tiding_hasAnIdThatNamesMayHold_whateverItsOccasionAndRecipient() {
    var tidings = new NoticedTidings(notices);
    var long1 = "messages-" + "a".repeat(200) + "-3";
    var many = List.of("auth0|Lan.Trần@Example.com", "AUTH0|lan.trần@example.com", "x".repeat(300));
    for (var subject : many) {
      for (var occasion : List.of(long1, long1 + "1")) {
        var to = new Recipient.Person(subject);
        var tiding = new Tiding(to, occasion, "NOT_FOUND", "c/1", Map.of("name", "c/1"), NOW);
        tidings.tell(tiding);
        tidings.tell(tiding);
      }
    }

    var all = notices.unhooked(100);
    assertThat(all).hasSize(6).extracting(Notice::id).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(n -> assertThat(n.id()).matches("[a-z][a-z0-9-]{0,126}"));
  }

  @Test
  void list_showsWhatTheCallersOfficesAreTold_andNobodyElse() {
    add("n1", Offices.of(Role.CMO));
    add("n2", Offices.unit("dairy"));
    add("n3", Offices.unit("businessUnits/snacks"));
    var unit = new Actor("hoa", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
    try (var server = GrpcTest.serving(new NoticeGrpcService(notices, "registry"))) {
      var list = ListNoticesRequest.newBuilder().setParent("services/registry").build();
      var office = NoticeServiceGrpc.newBlockingStub(server.as(LAN));
      var hers = NoticeServiceGrpc.newBlockingStub(server.as(unit));

      assertThat(office.listNotices(list).getNoticesList())
          .singleElement()
          .satisfies(n -> assertThat(n.getName()).endsWith("/n1"));
      assertThat(hers.listNotices(list).getNoticesList())
          .singleElement()
          .satisfies(n -> assertThat(n.getName()).endsWith("/n2"));
      var mark = MarkNoticesReadRequest.newBuilder().setParent("services/registry");
      mark.addNames("services/registry/notices/n1").addNames("services/registry/notices/n2");
      assertThat(hers.markNoticesRead(mark.build()).getMarked()).isEqualTo(1);
    }
  }

  @Test
  void post_signsEachNoticeOnce() throws IOException {
    add("n1", "lan");
    add("n2", "minh");
    var bodies = Collections.synchronizedList(new ArrayList<String>());
    var signatures = Collections.synchronizedList(new ArrayList<String>());
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst("X-Masterplan-Signature"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
      var policy = new AddressPolicy(List.of("127.0.0.1"), true);
      var webhook = new Webhook(notices, new Webhook.Target(address, "secret", policy), clock);

      leasing.run("hook", held -> assertThat(webhook.post(held)).isEqualTo(2));
      leasing.run("hook", held -> assertThat(webhook.post(held)).isZero());
    } finally {
      server.stop(0);
    }
    long seconds = NOW.getEpochSecond();
    assertThat(signatures.getFirst())
        .isEqualTo(
            "t=" + seconds + ",v1=" + Webhook.signature("secret", seconds, bodies.getFirst()));
    assertThat(bodies.getFirst()).contains("\"id\":\"n1\"");
  }

  @Test
  void post_toAPrivateAddress_isNotCalled() {
    add("n1", "lan");
    var policy = new AddressPolicy(List.of("127.0.0.1"), false);
    var target = new Webhook.Target(URI.create("http://127.0.0.1:9/hook"), "secret", policy);

    leasing.run(
        "hook", held -> assertThat(new Webhook(notices, target, clock).post(held)).isZero());

    assertThat(notices.unhooked(10)).hasSize(1);
  }

  private void add(String id, String recipient) {
    notices.add(
        new Notice(
            id, recipient, "NOT_FOUND", Map.of("name", "communities/c1"), "communities/c1", NOW));
  }
}
