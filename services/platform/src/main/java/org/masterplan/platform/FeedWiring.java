package org.masterplan.platform;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.masterplan.platform.feed.Feed;
import org.masterplan.platform.feed.FeedGrpcService;
import org.masterplan.platform.feed.FeedMetrics;
import org.masterplan.platform.feed.Follower;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.lease.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows every feed that the service declares, and offers its own to others. */
@Configuration(proxyBeanMethods = false)
class FeedWiring {
  private static final Duration ROUND = Duration.ofSeconds(2);

  /** The followers of a service. */
  record Followers(List<Follower> all) {
    Stream<Job> jobs() {
      return all.stream().map(each -> new Job("feed/" + each.name(), ROUND, each::catchUp));
    }
  }

  @Bean
  Followers followers(ObjectProvider<Feed<?>> feeds, MongoDatabase database, Clock clock) {
    return new Followers(feeds.stream().map(feed -> new Follower(feed, database, clock)).toList());
  }

  @Bean
  FeedGrpcService feedGrpcService(
      ObjectProvider<OfferedFeed> feeds, @Value("${spring.application.name}") String service) {
    return new FeedGrpcService(feeds.stream().toList(), service);
  }

  @Bean
  MeterBinder feedMetrics(Followers followers) {
    return new FeedMetrics(followers.all());
  }
}
