package org.masterplan.profiles;

import java.time.Clock;
import java.time.Duration;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.touch.app.Fragmenting;
import org.masterplan.profiles.touch.app.LedgerTouches;
import org.masterplan.profiles.touch.app.Places;
import org.masterplan.profiles.touch.app.Surveying;
import org.masterplan.profiles.touch.grpc.FragmentationGrpcService;
import org.masterplan.profiles.touch.grpc.GovernanceTouches;
import org.masterplan.profiles.touch.grpc.RegistryPlaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** Who touched people, and by how many they were touched. */
@Configuration(proxyBeanMethods = false)
class ProfilesTouches {
  /** For so long what was found out about everybody is answered again. */
  private static final Duration STANDS = Duration.ofMinutes(10);

  @Bean
  LedgerTouches ledgerTouches(GrpcChannelFactory channels, CustomerProfilesProperties properties) {
    return new GovernanceTouches(
        channels.createChannel("message-governance"), properties.deadline());
  }

  @Bean
  Places places(GrpcChannelFactory channels, CustomerProfilesProperties properties) {
    return new RegistryPlaces(channels.createChannel("community-registry"), properties.deadline());
  }

  @Bean
  Fragmenting fragmenting(
      LedgerTouches ledger, Places places, Dealings dealings, Sources sources, Clock clock) {
    return new Fragmenting(ledger, places, dealings, sources, clock);
  }

  @Bean
  FragmentationGrpcService fragmentationService(
      Fragmenting fragmenting, Reading reading, Identity identity, Desk desk, Clock clock) {
    var surveying = new Surveying(fragmenting, reading, identity, clock, STANDS);
    return new FragmentationGrpcService(fragmenting, surveying, desk);
  }
}
