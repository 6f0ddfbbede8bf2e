package org.masterplan.profiles;

import java.time.Clock;
import java.time.Duration;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.effect.app.Comparing;
import org.masterplan.profiles.effect.grpc.GovernanceTrials;
import org.masterplan.profiles.effect.grpc.PromotionEffectGrpcService;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.touch.app.LedgerTouches;
import org.masterplan.profiles.touch.app.OwnPlaces;
import org.masterplan.profiles.touch.app.Places;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** What promotions do. */
@Configuration(proxyBeanMethods = false)
class ProfilesEffects {
  /** For so long what was compared is answered again. */
  private static final Duration STANDS = Duration.ofMinutes(10);

  @Bean
  Comparing.Plan comparedPlan(
      MemberLists lists,
      LedgerTouches ledger,
      Places places,
      Sources sources,
      GrpcChannelFactory channels,
      CustomerProfilesProperties properties) {
    var trials =
        new GovernanceTrials(channels.createChannel("message-governance"), properties.deadline());
    var own = new OwnPeople(sources);
    return new Comparing.Plan(lists, ledger, trials, new OwnPlaces(places), own);
  }

  @Bean
  PromotionEffectGrpcService promotionEffectService(
      Comparing.Plan plan,
      Reading reading,
      Dealings dealings,
      ValueProperties properties,
      Clock clock) {
    var money = new Comparing.Money(properties.currency(), clock);
    return new PromotionEffectGrpcService(new Comparing(plan, reading, dealings, money, STANDS));
  }
}
