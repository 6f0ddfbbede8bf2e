package org.masterplan.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.masterplan.platform.audit.AuditGrpcService;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.AuditTrail;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.ImportGrpcService;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Replays;
import org.masterplan.platform.intake.RowSeal;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.lease.Jobs;
import org.masterplan.platform.lease.Leases;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.migration.Migration;
import org.masterplan.platform.migration.Schema;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.OperationRunner;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.OperationsGrpcService;
import org.masterplan.platform.operation.Work;
import org.masterplan.platform.person.KeptRows;
import org.masterplan.platform.request.RequestInterceptor;
import org.masterplan.platform.request.Requests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.server.GlobalServerInterceptor;

/** What every service with a store gets: uploads, leases, operations, jobs, repeated requests. */
@AutoConfiguration(
    after = MongoAutoConfiguration.class,
    afterName = "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration",
    beforeName = "org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration")
@ConditionalOnBean(MongoDatabase.class)
@Import({NoticeWiring.class, FeedWiring.class})
class PlatformDataAutoConfiguration {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SEAL = Duration.ofSeconds(10);
  private static final Duration SWEEP = Duration.ofHours(1);

  @Bean
  Limits uploadLimits() {
    return Limits.usual();
  }

  @Bean
  Uploads uploads(Limits limits) {
    return new Uploads(limits);
  }

  @Bean
  Spool spool(
      Limits limits,
      @Value("${masterplan.spool:data/spool}") String folder,
      @Value("${spring.application.name}") String service) {
    return new Spool(Path.of(folder, service), limits);
  }

  @Bean
  Rejects rejects(MongoDatabase database, ObjectProvider<RowSeal> seal, Clock clock) {
    return new Rejects(database, seal.getIfAvailable(() -> RowSeal.OPEN), clock);
  }

  @Bean
  KeptRows keptRows(Rejects rejects) {
    return new KeptRows(rejects);
  }

  @Bean
  CollectionIndexes rejectsIndexes() {
    return Rejects.indexes();
  }

  @Bean
  CollectionIndexes importsIndexes() {
    return Rejects.importIndexes();
  }

  @Bean
  ImportGrpcService importGrpcService(
      Rejects rejects, ObjectProvider<Importer> importers, CallNotes notes) {
    var all = importers.stream().toList();
    return new ImportGrpcService(
        new Replays(rejects, all, () -> UUID.randomUUID().toString()), notes);
  }

  @Bean
  Leases leases(MongoDatabase database, Clock clock) {
    return new MongoLeases(database, clock);
  }

  @Bean
  Leasing leasing(Leases leases, Clock clock, @Value("${spring.application.name}") String service) {
    return new Leasing(leases, service + "-" + UUID.randomUUID(), LEASE, clock);
  }

  @Bean
  Operations operations(
      MongoDatabase database,
      Clock clock,
      @Value("${masterplan.area:${spring.application.name}}") String area) {
    return new Operations(database, area, clock);
  }

  @Bean
  CollectionIndexes operationsIndexes() {
    return Operations.indexes();
  }

  @Bean
  OperationRunner operationRunner(
      Operations operations,
      Leasing leasing,
      ObjectProvider<Work> works,
      @Value("${spring.application.name}") String service) {
    return new OperationRunner(operations, service, leasing, works.stream().toList());
  }

  @Bean
  OperationsGrpcService operationsGrpcService(Operations operations) {
    return new OperationsGrpcService(operations);
  }

  @Bean
  Requests requests(MongoDatabase database, Clock clock) {
    return new Requests(database, clock);
  }

  @Bean
  CollectionIndexes requestsIndexes() {
    return Requests.indexes();
  }

  @Bean
  @GlobalServerInterceptor
  @Order(400)
  RequestInterceptor requestInterceptor(Requests requests) {
    return new RequestInterceptor(requests);
  }

  @Bean
  Job sweepJob(Rejects rejects, Requests requests) {
    return new Job(
        "sweep",
        SWEEP,
        held -> {
          rejects.sweep();
          requests.sweep();
        });
  }

  @Bean
  AuditNotes auditNotes(MongoDatabase database) {
    return new AuditNotes(database, () -> UUID.randomUUID().toString());
  }

  @Bean
  CallNotes callNotes(AuditNotes notes, Clock clock) {
    return new CallNotes(notes, clock);
  }

  @Bean
  CollectionIndexes auditNotesIndexes() {
    return AuditNotes.indexes();
  }

  @Bean
  CollectionIndexes auditIndexes() {
    return AuditTrail.indexes();
  }

  /** Every collection with an outbox declares the index that finds what waits in it. */
  @Bean
  AuditTrail auditTrail(
      MongoDatabase database, ObjectProvider<CollectionIndexes> indexes, Clock clock) {
    var audited =
        indexes.stream()
            .filter(each -> each.indexes().stream().anyMatch(PlatformDataAutoConfiguration::seals))
            .map(CollectionIndexes::collection)
            .toList();
    return new AuditTrail(database, audited, clock);
  }

  @Bean
  AuditGrpcService auditGrpcService(
      MongoDatabase database,
      AuditTrail trail,
      @Value("${spring.application.name}") String service) {
    return new AuditGrpcService(database, trail, service);
  }

  @Bean
  Job sealJob(AuditTrail trail) {
    return new Job("seal", SEAL, trail::seal);
  }

  @Bean
  Jobs jobs(
      Leasing leasing,
      ObjectProvider<Job> jobs,
      FeedWiring.Followers followers,
      @Value("${spring.application.name}") String service) {
    var all = Stream.concat(jobs.stream(), followers.jobs()).toList();
    return new Jobs(service, leasing, all);
  }

  /** Upgrades while beans are made: before the first call and the first job. */
  @Bean(initMethod = "upgrade")
  Schema schema(MongoDatabase database, Leasing leasing, ObjectProvider<Migration> migrations) {
    return new Schema(database, leasing, migrations.stream().toList());
  }

  /** Asks for the schema, so that it is upgraded also where beans are made only when asked for. */
  @Bean
  BackgroundWork backgroundWork(OperationRunner operations, Jobs jobs, Schema schema) {
    return new BackgroundWork(operations, jobs);
  }

  private static boolean seals(IndexModel index) {
    return "unsealed".equals(index.getOptions().getName());
  }
}
