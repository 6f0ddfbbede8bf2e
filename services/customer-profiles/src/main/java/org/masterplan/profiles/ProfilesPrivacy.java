package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import io.grpc.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.privacy.app.Erasures;
import org.masterplan.profiles.privacy.app.Holders;
import org.masterplan.profiles.privacy.app.Keyring;
import org.masterplan.profiles.privacy.app.OwnHoldings;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.app.RejectedHoldings;
import org.masterplan.profiles.privacy.app.Retention;
import org.masterplan.profiles.privacy.grpc.PersonDataGrpcService;
import org.masterplan.profiles.privacy.grpc.PrivacyGrpcService;
import org.masterplan.profiles.privacy.grpc.ServiceHolders;
import org.masterplan.profiles.privacy.jobs.EraseWork;
import org.masterplan.profiles.privacy.jobs.RetentionWork;
import org.masterplan.profiles.privacy.mongo.MongoErasures;
import org.masterplan.profiles.privacy.mongo.MongoRejectedUploads;
import org.masterplan.profiles.privacy.mongo.MongoSweeps;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.request.app.PrivacyRequests;
import org.masterplan.profiles.request.app.RequestDesk;
import org.masterplan.profiles.review.app.Reviews;
import org.masterplan.profiles.source.app.GoneRecords;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** What shows a person all that is held about them, and erases it. */
@Configuration(proxyBeanMethods = false)
class ProfilesPrivacy {
  /** The services that may hold something about a person, this one left out. */
  private static final List<String> OTHERS =
      List.of(
          "community-registry", "message-governance", "abandonment-detection", "social-listening");

  @Bean
  RejectedHoldings rejectedHoldings(Loading.Stores stores, Rejects rejects, Sources sources) {
    return new RejectedHoldings(stores.rejectedRows(), new MongoRejectedUploads(rejects), sources);
  }

  @Bean
  OwnHoldings ownHoldings(
      Reading reading,
      Loading.Stores stores,
      Consents consents,
      RejectedHoldings rejected,
      Erasures erasures,
      Reviews reviews,
      PrivacyRequests requests,
      Dealings dealings,
      Recall recall,
      OwnHoldings.Departures departures,
      Identity identity,
      Projection projection) {
    var held =
        new OwnHoldings.Stores(
            stores.records(),
            consents,
            rejected,
            stores.tombstones(),
            erasures,
            reviews,
            requests,
            dealings,
            recall,
            departures);
    return new OwnHoldings(reading, held, identity, projection);
  }

  @Bean
  OwnHoldings.Departures departures(GoneRecords gone, Clock clock) {
    return new OwnHoldings.Departures(gone, clock);
  }

  @Bean
  Holders holders(
      OwnHoldings own, GrpcChannelFactory channels, CustomerProfilesProperties properties) {
    Map<String, Channel> others = new LinkedHashMap<>();
    OTHERS.forEach(service -> others.put(service, channels.createChannel(service)));
    var patience = new ServiceHolders.Patience(properties.deadline(), properties.personDeadline());
    return new ServiceHolders(own, others, patience);
  }

  @Bean
  Erasures erasures(MongoDatabase database) {
    return new MongoErasures(database);
  }

  @Bean
  Keyring keyring(Reading reading, Sources sources) {
    return new Keyring(reading, new Accounts(sources));
  }

  @Bean
  PrivacyDesk privacyDesk(Keyring keyring, Erasures erasures, Holders holders, Clock clock) {
    var minting = new PrivacyDesk.Minting(() -> "erase-" + UUID.randomUUID(), clock);
    return new PrivacyDesk(keyring, erasures, holders, minting);
  }

  @Bean
  EraseWork eraseWork(PrivacyDesk desk, Recall recall) {
    return new EraseWork(desk, recall);
  }

  /** Erasures whose services were away are asked again until all have confirmed. */
  @Bean
  Job erasureJob(EraseWork work, Operations operations, CustomerProfilesProperties properties) {
    return new Job(
        "erasures",
        properties.takeUp(),
        held -> Caller.runAsService("customer-profiles", () -> work.takeUp(operations)));
  }

  @Bean
  Retention.Holding retentionHolding(Loading.Stores stores, MongoDatabase database) {
    return new Retention.Holding(stores.records(), new MongoSweeps(database));
  }

  @Bean
  Retention.Resolving retentionResolving(Identity identity, Projection projection) {
    return new Retention.Resolving(identity, projection);
  }

  /**
   * What sources' keepers do not need any more is removed four times a day: the first round comes
   * after the time of one.
   */
  @Bean
  Job retentionJob(
      Sources sources,
      Retention.Holding holding,
      Retention.Resolving resolving,
      AuditNotes notes,
      PushMarks marks,
      Clock clock) {
    var retention = new Retention(sources, holding, resolving, clock);
    var work = new RetentionWork(retention, notes, marks, clock);
    return new Job(
        "retention",
        Duration.ofHours(6),
        held -> Caller.runAsService("customer-profiles", () -> work.round(held)));
  }

  @Bean
  PrivacyGrpcService.Desks privacyDesks(PrivacyDesk desk, RequestDesk requests) {
    return new PrivacyGrpcService.Desks(desk, requests);
  }

  @Bean
  PrivacyGrpcService privacyService(
      PrivacyGrpcService.Desks desks, Sight sight, Operations operations, Clock clock) {
    return new PrivacyGrpcService(
        desks,
        sight,
        erasure -> operations.start(EraseWork.KIND, erasure.id(), EraseWork.payload(erasure)),
        clock);
  }

  @Bean
  PersonDataGrpcService personDataService(OwnHoldings holdings) {
    return new PersonDataGrpcService(holdings);
  }
}
