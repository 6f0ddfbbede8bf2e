package org.masterplan.platform;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.notice.AddressBook;
import org.masterplan.platform.notice.DailyDigest;
import org.masterplan.platform.notice.NoticeGrpcService;
import org.masterplan.platform.notice.NoticeProperties;
import org.masterplan.platform.notice.NoticedTidings;
import org.masterplan.platform.notice.Notices;
import org.masterplan.platform.notice.Webhook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSender;

/** Notices, and the ways in which they leave. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeWiring {
  private static final Duration POST = Duration.ofSeconds(15);

  @Bean
  Notices notices(MongoDatabase database) {
    return new Notices(database);
  }

  @Bean
  Tidings tidings(Notices notices) {
    return new NoticedTidings(notices);
  }

  @Bean
  CollectionIndexes noticesIndexes() {
    return Notices.indexes();
  }

  @Bean
  NoticeGrpcService noticeGrpcService(
      Notices notices, @Value("${spring.application.name}") String service) {
    return new NoticeGrpcService(notices, service);
  }

  @Bean
  @ConditionalOnBean(MailSender.class)
  @ConditionalOnProperty("masterplan.notice.addresses")
  Job digestJob(
      Notices notices,
      MailSender sender,
      NoticeProperties properties,
      Clock clock,
      @Value("${masterplan.zone:Asia/Ho_Chi_Minh}") ZoneId zone) {
    var recipients = new AddressBook(Path.of(properties.addresses()));
    var post = new DailyDigest.Post(properties.from(), clock, zone);
    var digest = new DailyDigest(notices, recipients, sender, post);
    return new Job("digest", properties.round(), digest::send);
  }

  @Bean
  @ConditionalOnProperty("masterplan.notice.webhook.address")
  Job webhookJob(Notices notices, NoticeProperties properties, Clock clock) {
    var hook = properties.webhook();
    var policy = new AddressPolicy(hook.hosts(), hook.privateAllowed());
    var target = new Webhook.Target(URI.create(hook.address()), hook.secret(), policy);
    return new Job("webhook", POST, new Webhook(notices, target, clock)::post);
  }
}
