package org.masterplan.platform;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.notice.AddressPolicy;
import org.masterplan.platform.notice.DailyDigest;
import org.masterplan.platform.notice.NoticeGrpcService;
import org.masterplan.platform.notice.NoticeProperties;
import org.masterplan.platform.notice.NoticedTidings;
import org.masterplan.platform.notice.Notices;
import org.masterplan.platform.notice.Recipients;
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
  private static final Duration DAY = Duration.ofDays(1);
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
  @ConditionalOnBean({MailSender.class, Recipients.class})
  Job digestJob(
      Notices notices, Recipients recipients, MailSender sender, NoticeProperties properties) {
    var digest = new DailyDigest(notices, recipients, sender, properties.from());
    return new Job("digest", DAY, digest::send);
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
