package org.masterplan.profiles;

import java.time.Clock;
import java.time.ZoneId;
import org.masterplan.profiles.audience.app.KnowingAudience;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.profiles.audience.grpc.AudienceGrpcService;
import org.masterplan.profiles.audience.grpc.GovernanceReached;
import org.masterplan.profiles.audience.grpc.RegistryMemberLists;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.NarrowLists;
import org.masterplan.profiles.profile.app.OwnSeats;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.grpc.RegistryMemberships;
import org.masterplan.profiles.query.app.AroundLists;
import org.masterplan.profiles.query.app.OwnLists;
import org.masterplan.profiles.touch.app.OwnPlaces;
import org.masterplan.profiles.touch.app.Places;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** How well a community's people are known. */
@Configuration(proxyBeanMethods = false)
class ProfilesAudience {
  @Bean
  MemberLists memberLists(GrpcChannelFactory channels, CustomerProfilesProperties properties) {
    return new RegistryMemberLists(
        channels.createChannel("community-registry"), properties.personDeadline());
  }

  @Bean
  AudienceGrpcService audienceService(
      KnowingAudience.Plan plan, Reading reading, Desk desk, ConsentLedger consents, Clock clock) {
    return new AudienceGrpcService(new KnowingAudience(plan, reading, desk, consents, clock));
  }

  @Bean
  KnowingAudience.Plan audiencePlan(
      MemberLists lists,
      Places places,
      GrpcChannelFactory channels,
      CustomerProfilesProperties properties) {
    var reached =
        new GovernanceReached(channels.createChannel("message-governance"), properties.deadline());
    return new KnowingAudience.Plan(lists, reached, new OwnPlaces(places));
  }

  /** In which communities people are. */
  @Bean
  OwnSeats ownSeats(
      Places places,
      GrpcChannelFactory channels,
      CustomerProfilesProperties properties,
      @Value("${masterplan.zone:Asia/Ho_Chi_Minh}") ZoneId zone) {
    var memberships =
        new RegistryMemberships(
            channels.createChannel("community-registry"), properties.deadline(), zone);
    return new OwnSeats(memberships, places::units);
  }

  /** People by what is known around them. */
  @Bean
  NarrowLists narrowLists(
      Reading reading,
      MemberLists lists,
      Consents consents,
      ConsentLedger ledger,
      Dealings dealings,
      Relations relations,
      Places places) {
    var around =
        new AroundLists(
            reading,
            lists,
            new AroundLists.Agreed(consents, ledger),
            new AroundLists.Done(dealings, relations));
    return new OwnLists(around, new OwnPlaces(places));
  }
}
