package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.jobs.EraseWork;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.request.app.Carrying;
import org.masterplan.profiles.request.app.Fulfilment;
import org.masterplan.profiles.request.app.PrivacyRequests;
import org.masterplan.profiles.request.app.RequestDesk;
import org.masterplan.profiles.request.domain.LawPack;
import org.masterplan.profiles.request.grpc.PrivacyRequestGrpcService;
import org.masterplan.profiles.request.jobs.RequestClocks;
import org.masterplan.profiles.request.mongo.MongoPrivacyRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of what persons ask, and its clocks. */
@Configuration(proxyBeanMethods = false)
class ProfilesRequests {
  @Bean
  CollectionIndexes privacyRequestIndexes() {
    return MongoPrivacyRequests.indexes();
  }

  @Bean
  PrivacyRequests privacyRequests(MongoDatabase database) {
    return new MongoPrivacyRequests(database);
  }

  /** Read at the start: a file that cannot be read is not found out when the first person asks. */
  @Bean
  LawPack lawPack(CustomerProfilesProperties properties) throws IOException {
    var text = properties.law().getContentAsString(StandardCharsets.UTF_8);
    return LawPack.parse(text.lines().toList());
  }

  @Bean
  Fulfilment fulfilment(PrivacyDesk desk, ConsentLedger ledger, Operations operations) {
    return new Carrying(
        desk,
        ledger,
        erasure ->
            operations.start(EraseWork.KIND, erasure.id(), EraseWork.payload(erasure)).getName());
  }

  @Bean
  RequestDesk requestDesk(
      PrivacyRequests requests, Reading reading, Fulfilment fulfilment, LawPack law, Clock clock) {
    var rules = new RequestDesk.Rules(law, () -> UUID.randomUUID().toString(), clock);
    return new RequestDesk(requests, name -> reading.get(name).name(), fulfilment, rules);
  }

  /** The privacy officer is told of clocks that run out. */
  @Bean
  Job requestClocksJob(
      RequestDesk desk, Tidings tidings, Clock clock, CustomerProfilesProperties properties) {
    var clocks = new RequestClocks(desk, tidings, clock);
    return new Job(
        "request-clocks",
        properties.takeUp(),
        held -> Caller.runAsService("customer-profiles", clocks::look));
  }

  @Bean
  PrivacyRequestGrpcService privacyRequestService(RequestDesk desk) {
    return new PrivacyRequestGrpcService(desk);
  }
}
