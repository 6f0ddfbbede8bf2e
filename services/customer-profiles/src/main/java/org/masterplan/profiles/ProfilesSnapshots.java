package org.masterplan.profiles;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.snapshot.app.Nightly;
import org.masterplan.profiles.snapshot.app.Shelf;
import org.masterplan.profiles.snapshot.app.Surroundings;
import org.masterplan.profiles.snapshot.app.TakingSnapshots;
import org.masterplan.profiles.snapshot.file.FolderShelf;
import org.masterplan.profiles.snapshot.grpc.PlanSurroundings;
import org.masterplan.profiles.snapshot.grpc.SnapshotGrpcService;
import org.masterplan.profiles.snapshot.grpc.SnapshotProtos;
import org.masterplan.profiles.snapshot.jobs.SnapshotWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** The plan as Parquet files, each night and when it is asked for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapshotProperties.class)
class ProfilesSnapshots {
  private static final Duration ROUND = Duration.ofMinutes(10);

  @Bean
  Shelf shelf(SnapshotProperties properties, Clock clock) {
    return new FolderShelf(properties.folder(), clock);
  }

  @Bean
  Surroundings surroundings(GrpcChannelFactory channels, CustomerProfilesProperties properties) {
    return new PlanSurroundings(
        channels.createChannel("community-registry"),
        channels.createChannel("message-governance"),
        properties.deadline());
  }

  @Bean
  TakingSnapshots takingSnapshots(
      Shelf shelf, Exporting exporting, Surroundings surroundings, Clock clock) {
    return new TakingSnapshots(shelf, exporting, surroundings, clock);
  }

  @Bean
  SnapshotWork snapshotWork(TakingSnapshots taking) {
    return new SnapshotWork(taking, SnapshotProtos::message);
  }

  @Bean
  SnapshotGrpcService snapshotService(TakingSnapshots taking, Operations operations) {
    return new SnapshotGrpcService(taking, operations, () -> "snapshot-" + UUID.randomUUID());
  }

  /** Whoever holds the lease takes the night's snapshot. */
  @Bean
  Job snapshotJob(
      TakingSnapshots taking,
      Shelf shelf,
      SnapshotProperties properties,
      Clock clock,
      @Value("${masterplan.zone:Asia/Ho_Chi_Minh}") ZoneId zone) {
    var when = new Nightly.When(properties.hour(), zone, properties.keep());
    var nightly = new Nightly(taking, shelf, when, clock);
    return new Job(
        "snapshots",
        ROUND,
        held -> Caller.runAsService("customer-profiles", () -> nightly.round(held::check)));
  }
}
