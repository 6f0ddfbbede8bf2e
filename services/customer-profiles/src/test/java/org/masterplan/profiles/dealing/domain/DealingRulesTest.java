package org.masterplan.profiles.dealing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.Money;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class DealingRulesTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final Currency DONG = Currency.getInstance("VND");

  static Dealing dealing(int daysAgo, Dealing.Deed deed) {
    var time = NOW.minus(Duration.ofDays(daysAgo));
    return new Dealing(deed + "|" + time, "profiles/a", time, deed);
  }

  static Dealing order(int daysAgo, long dong) {
    return dealing(daysAgo, new Dealing.Deed.Order(Money.dong(dong)));
  }

  static List<Dealing> acts(int daysAgo, Dealing.Kind... kinds) {
    return Arrays.stream(kinds)
        .map(kind -> dealing(daysAgo, new Dealing.Deed.Act("communities/x", kind)))
        .toList();
  }

  static double strength(List<Dealing> dealings) {
    return Strength.ties(dealings, NOW).get("communities/x").strength();
  }

  @Test
  void value_isTheSumThatTheRuleCounts() {
    var dollars = dealing(1, new Dealing.Deed.Order(new Money(999, Currency.getInstance("USD"))));
    var dealings = List.of(order(10, 200_000), order(300, 50_000), order(400, 1_000_000), dollars);

    var year = new ValueRule(ValueRule.Kind.SPENT_12_MONTHS, DONG).of(dealings, NOW);
    assertThat(year.value()).contains(Money.dong(250_000));
    assertThat(year.counted()).isEqualTo(2);
    assertThat(year.leftOut()).isEqualTo(2);
    var ever = new ValueRule(ValueRule.Kind.SPENT_EVER, DONG).of(dealings, NOW);
    assertThat(ever.value()).contains(Money.dong(1_250_000));
  }

  @Test
  void value_isUnknown_andNever0_withoutARuleOrWithoutAnOrder() {
    var none = new ValueRule(ValueRule.Kind.NONE, DONG).of(List.of(order(1, 5)), NOW);
    assertThat(none.value()).isEmpty();
    assertThat(none.leftOut()).isEqualTo(1);
    var year = new ValueRule(ValueRule.Kind.SPENT_12_MONTHS, DONG);
    assertThat(year.of(List.of(), NOW).value()).isEmpty();
    assertThat(year.of(List.of(order(366, 5)), NOW).value()).isEmpty();
    assertThat(year.of(List.of(order(-1, 5)), NOW).value()).isEmpty();
  }

  @Test
  void satisfaction_isTheMeanOfTheYearsRatings() {
    var ratings =
        List.of(
            dealing(1, new Dealing.Deed.Rating(1)),
            dealing(30, new Dealing.Deed.Rating(.5)),
            dealing(400, new Dealing.Deed.Rating(0)));

    assertThat(Satisfaction.of(ratings, NOW).mean()).hasValue(.75);
    assertThat(Satisfaction.of(ratings, NOW).ratings()).isEqualTo(2);
    assertThat(Satisfaction.of(List.of(), NOW).mean()).isEmpty();
  }

  @Test
  @Tag("cap-124")
  void cap124_strength_isTheStatedFormula() {
    // Five posts of today: 5 / (5 + 5), one-sided.
    var posts = new ArrayList<Dealing>();
    for (int i = 0; i < 5; i++) {
      posts.addAll(acts(0, Dealing.Kind.POST));
    }
    assertThat(strength(posts)).isEqualTo(.35, within(1e-9));
    // Two and a half of them half a season ago.
    var fading = new ArrayList<Dealing>();
    for (int i = 0; i < 5; i++) {
      fading.addAll(acts(90, Dealing.Kind.POST));
    }
    assertThat(strength(fading)).isEqualTo(2.5 / 7.5 * .7, within(1e-9));
    assertThat(strength(acts(0, Dealing.Kind.EVENT))).isEqualTo(3 / 8. * .7, within(1e-9));
    assertThat(strength(acts(0, Dealing.Kind.GIVEN, Dealing.Kind.RECEIVED)))
        .isEqualTo(3 / 8., within(1e-9));
  }

  @Test
  @Tag("cap-124")
  void cap124_strength_growsWithEveryAct_andWithAnswersBothWays_andFades() {
    var onlyGiven = acts(3, Dealing.Kind.GIVEN, Dealing.Kind.GIVEN);
    var bothWays = acts(3, Dealing.Kind.GIVEN, Dealing.Kind.RECEIVED);

    assertThat(strength(bothWays)).isGreaterThan(strength(onlyGiven));
    assertThat(strength(acts(3, Dealing.Kind.EVENT)))
        .isGreaterThan(strength(acts(3, Dealing.Kind.POST)));
    assertThat(strength(acts(3, Dealing.Kind.POST)))
        .isGreaterThan(strength(acts(200, Dealing.Kind.POST)));
    assertThat(strength(acts(0, Dealing.Kind.EVENT, Dealing.Kind.GIVEN, Dealing.Kind.RECEIVED)))
        .isBetween(0., 1.);
    assertThat(Strength.ties(acts(-1, Dealing.Kind.POST), NOW)).isEmpty();
  }

  @Test
  @Tag("cap-89")
  void cap089_aPersonHasAnyNumberOfHandles_onAnyPlatform() {
    var records =
        List.of(
            record(1, "crm", "zalo:lan.pham"),
            record(2, "crm", "facebook:lan.p"),
            record(3, "page", "lan.p"),
            record(4, "page", "lan.second"),
            record(5, "shop", "lan.shop"));

    var handles =
        Handles.of(records, source -> source.equals("page") ? "Facebook của khách" : "nick");

    assertThat(handles)
        .containsExactly(
            new Handles.Handle("", "lan.shop", List.of("shop")),
            new Handles.Handle("facebook", "lan.p", List.of("crm", "page")),
            new Handles.Handle("facebook", "lan.second", List.of("page")),
            new Handles.Handle("zalo", "lan.pham", List.of("crm")));
  }

  private static SourceRecord record(long number, String source, String handle) {
    return new SourceRecord(
        number,
        new RecordName(source, Long.toString(number)),
        1,
        new SourceRecord.Content(Map.of("handle", handle), Map.of()),
        new SourceRecord.Origin("load", 1, NOW, NOW));
  }
}
