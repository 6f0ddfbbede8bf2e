package org.masterplan.platform;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.masterplan.platform.feed.Feed;
import org.masterplan.platform.feed.FeedMetrics;
import org.masterplan.platform.feed.Follower;
import org.masterplan.platform.lease.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows every feed that the service declares. */
@Configuration(proxyBeanMethods = false)
class FeedWiring {
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Duration RECONCILE = Duration.ofHours(1);

  /** The followers of a service. */
  record Followers(List<Follower> all) {
    Stream<Job> jobs() {
      return all.stream()
          .flatMap(
              each ->
                  Stream.of(
                      new Job("feed/" + each.name(), ROUND, each::catchUp),
                      new Job("reconcile/" + each.name(), RECONCILE, held -> each.reconcile())));
    }
  }

  @Bean
  Followers followers(ObjectProvider<Feed<?>> feeds, MongoDatabase database, Clock clock) {
    return new Followers(feeds.stream().map(feed -> new Follower(feed, database, clock)).toList());
  }

  @Bean
  MeterBinder feedMetrics(Followers followers) {
    return new FeedMetrics(followers.all());
  }
}
