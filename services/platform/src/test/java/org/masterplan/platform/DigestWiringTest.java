package org.masterplan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.notice.MailServer;
import org.masterplan.platform.notice.Notice;
import org.masterplan.platform.notice.Notices;
import org.masterplan.platform.testkit.MongoTestServer;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The daily digest as a service sends it that is told of a mail server and of addresses. */
class DigestWiringTest {
  /** Of a day in Vietnam: what was told today stays of today. */
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  @TempDir Path folder;

  ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  PlatformDataAutoConfiguration.class, MailSenderAutoConfiguration.class))
          .withPropertyValues(
              "spring.application.name=community-registry", "masterplan.notice.round=100ms")
          .withBean(Clock.class, () -> Clock.fixed(NOON, ZoneOffset.UTC))
          .withBean(MongoDatabase.class, () -> MongoTestServer.database("digests"));

  @Test
  void noticeOfYesterday_arrivesAtTheEmployeesAddress() throws Exception {
    var book = folder.resolve("addresses.properties");
    Files.writeString(book, "employees/lan = lan@example.com vi\nroles/cmo = cmo@example.com\n");
    try (var server = new MailServer()) {
      runner
          .withPropertyValues(
              "masterplan.spool=" + folder,
              "masterplan.notice.addresses=" + book,
              "spring.mail.host=127.0.0.1",
              "spring.mail.port=" + server.port())
          .run(
              context -> {
                var notices = context.getBean(Notices.class);
                notices.add(notice("n1", "employees/lan", Duration.ofDays(2)));
                notices.add(notice("n2", "lan", Duration.ofDays(2)));
                notices.add(notice("n3", "roles/cmo", Duration.ZERO));
                notices.add(notice("n4", "employees/nobody", Duration.ofDays(2)));

                await().atMost(Duration.ofSeconds(30)).until(() -> server.mails().size() == 2);
                assertThat(server.mails())
                    .allSatisfy(mail -> assertThat(mail).contains("To: lan@example.com"));
              });
    }
  }

  @Test
  void withoutAddresses_nobodyIsMailed() {
    runner
        .withPropertyValues("masterplan.spool=" + folder, "spring.mail.host=127.0.0.1")
        .run(
            context ->
                assertThat(context.getBeanProvider(Job.class).stream().map(Job::name).toList())
                    .doesNotContain("digest"));
  }

  private static Notice notice(String id, String recipient, Duration ago) {
    return new Notice(
        id,
        recipient,
        "NOT_FOUND",
        Map.of("name", "communities/c1"),
        "communities/c1",
        NOON.minus(ago));
  }
}
