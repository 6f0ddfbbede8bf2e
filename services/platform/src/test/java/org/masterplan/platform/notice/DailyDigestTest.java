package org.masterplan.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.lease.InMemoryLeases;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DailyDigestTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  TestClock clock = TestClock.at(NOW);
  Notices notices = new Notices(MongoTestServer.database("digest"));
  Leasing leasing = new Leasing(new InMemoryLeases(clock), "a", Duration.ofMinutes(1), clock);
  Recipients recipients =
      subject ->
          subject.equals("nobody")
              ? Optional.empty()
              : Optional.of(new Recipients.Recipient(subject + "@example.com", Locale.ENGLISH));
  MailServer server;
  JavaMailSenderImpl sender = new JavaMailSenderImpl();

  @BeforeEach
  void start() throws IOException {
    server = new MailServer();
    sender.setHost("127.0.0.1");
    sender.setPort(server.port());
    sender.setDefaultEncoding("UTF-8");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void send_mailsEachPersonOnceWithEverythingUnread() {
    add("n1", "lan", "communities/c1");
    add("n2", "lan", "communities/c2");
    add("n3", "minh", "communities/c3");
    add("n4", "nobody", "communities/c4");
    notices.markRead(List.of("minh"), List.of("n3"));

    send(0);
    clock.advance(Duration.ofDays(1));
    add("n5", "lan", "communities/c5");
    send(1);
    send(0);

    assertThat(server.mails()).hasSize(1);
    assertThat(server.mails().getFirst())
        .contains("To: lan@example.com", "Subject: Customer-community plan: 2 new notices")
        .contains("- There is no communities/c1.", "- There is no communities/c2.");
  }

  @Test
  void send_ofMoreThanAMailLists_isStillOneMail() {
    for (int n = 0; n < 130; n++) {
      add("n" + n, "lan", "communities/c" + n);
    }
    clock.advance(Duration.ofDays(1));
    send(1);
    send(0);

    assertThat(server.mails()).hasSize(1);
    assertThat(server.mails().getFirst()).contains("130 new notices", "And 30 more");
  }

  @Test
  void send_whileTheServerIsAway_keepsTheMailForTheNextDigest() throws IOException {
    add("n1", "lan", "communities/c1");
    clock.advance(Duration.ofDays(1));
    server.close();
    send(0);

    start();
    send(1);

    assertThat(server.mails()).hasSize(1);
  }

  private void send(int expected) {
    var post = new DailyDigest.Post("plan@example.com", clock, ZoneOffset.UTC);
    var digest = new DailyDigest(notices, recipients, sender, post);
    assertThat(leasing.run("digest", held -> assertThat(digest.send(held)).isEqualTo(expected)))
        .isTrue();
  }

  private void add(String id, String recipient, String about) {
    notices.add(
        new Notice(id, recipient, "NOT_FOUND", Map.of("name", about), about, clock.instant()));
  }
}
