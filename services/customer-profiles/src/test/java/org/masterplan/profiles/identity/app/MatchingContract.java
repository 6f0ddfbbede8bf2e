package org.masterplan.profiles.identity.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

/** What every matching must do. Subclasses supply a fresh one that holds no record. */
public abstract class MatchingContract {
  private static final Features AN = an(1);
  private static final Features AN_AGAIN = an(2);
  private static final Features HOA =
      features(3, "fullName", "Trần Thị Hoa", "phone", "+84987654321", "birthDate", "1990-02-03");

  Matching matching;
  private final Map<Long, Features> stored = new HashMap<>();

  /** One over people that are stored. */
  protected abstract Matching matching(People people);

  @BeforeEach
  void fresh() {
    stored.clear();
    matching = matching(use -> stored.values().forEach(use));
  }

  protected static Features features(long record, String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return new Features(record, values);
  }

  private static Features an(long record) {
    return features(
        record,
        "fullName",
        "Nguyễn Văn An",
        "phone",
        "+84901234567",
        "email",
        "an.nguyen@x.vn",
        "birthDate",
        "1985-06-07");
  }

  private LongSet put(Features... some) {
    for (var each : some) {
      stored.put(each.record(), each);
    }
    var affected = matching.put(List.of(some));
    learn(matching);
    return affected;
  }

  /** Lets it learn, if that is due. */
  protected static void learn(Matching matching) {
    matching
        .successor()
        .ifPresent(
            successor -> {
              successor.prepare(new Constraints());
              assertThat(successor.stand()).isTrue();
            });
  }

  private Set<LongSet> groups(long... records) {
    return groups(new Constraints(), records);
  }

  private Set<LongSet> groups(Constraints constraints, long... records) {
    return new HashSet<>(matching.group(matching.reach(LongSet.of(records)), constraints));
  }

  private static Constraints said(Constraint... words) {
    var constraints = new Constraints();
    List.of(words).forEach(constraints::add);
    return constraints;
  }

  @Test
  void put_answersTheGivenRecords_andWhomTheyAreLinkedWithNow() {
    assertThat(put(AN, HOA).toArray()).containsExactly(1, 3);

    assertThat(put(AN_AGAIN).contains(2)).isTrue();
    assertThat(matching.reach(LongSet.of(2))).isEqualTo(LongSet.of(1, 2));
    assertThat(groups(1, 3)).containsExactlyInAnyOrder(LongSet.of(1, 2), LongSet.of(3));
  }

  @Test
  void put_ofNewContent_answersWhomItWasLinkedWith() {
    put(AN, AN_AGAIN, HOA);

    put(features(2, "fullName", "Lê Mai", "phone", "+84911111112", "birthDate", "1970-01-09"));

    assertThat(matching.reach(LongSet.of(1))).isEqualTo(LongSet.of(1));
    assertThat(groups(1, 2)).containsExactlyInAnyOrder(LongSet.of(1), LongSet.of(2));
  }

  @Test
  void put_ofTheSameContent_changesNothing() {
    put(AN, AN_AGAIN, HOA);

    assertThat(put(AN_AGAIN).contains(2)).isTrue();
    assertThat(groups(1, 2, 3)).containsExactlyInAnyOrder(LongSet.of(1, 2), LongSet.of(3));
  }

  @Test
  void remove_answersWhoIsLeft_andNeverTheGone() {
    put(AN, AN_AGAIN, an(4), HOA);

    assertThat(matching.remove(LongSet.of(2, 3))).isEqualTo(LongSet.of(1, 4));
    assertThat(matching.reach(LongSet.of(1))).isEqualTo(LongSet.of(1, 4));
    assertThat(groups(1, 4)).containsExactly(LongSet.of(1, 4));
  }

  @Test
  void remove_ofWhatWasNeverPut_answersNobody() {
    put(AN);

    assertThat(matching.remove(LongSet.of(9)).isEmpty()).isTrue();
    assertThat(groups(1)).containsExactly(LongSet.of(1));
  }

  @Test
  void put_ofARemovedRecord_takesItInAgain() {
    put(AN, AN_AGAIN);
    matching.remove(LongSet.of(2));

    put(HOA, AN_AGAIN);

    assertThat(groups(1, 3)).containsExactlyInAnyOrder(LongSet.of(1, 2), LongSet.of(3));
  }

  @Test
  void group_holdsEveryRecordOnce_alsoOneThatWasNeverPut() {
    put(AN, AN_AGAIN, HOA);

    assertThat(matching.group(LongSet.of(1, 2, 3, 77), new Constraints()))
        .containsExactlyInAnyOrder(LongSet.of(1, 2), LongSet.of(3), LongSet.of(77));
  }

  @Test
  void group_keepsTogetherWhatPeopleSaidIsOne() {
    put(AN, HOA);

    var one = said(new Constraint.Together(LongSet.of(1, 3)));

    assertThat(groups(one, 1, 3)).containsExactly(LongSet.of(1, 3));
  }

  @Test
  void group_keepsApartWhatPeopleSaidAreTwo() {
    put(AN, AN_AGAIN, an(4));

    var two = said(new Constraint.Apart(LongSet.of(1), LongSet.of(2, 4)));

    assertThat(groups(two, 1)).containsExactlyInAnyOrder(LongSet.of(1), LongSet.of(2, 4));
  }

  @Test
  void group_ofTwoCitizenNumbers_isNeverOne_whateverPeopleSaid() {
    put(
        features(1, "fullName", "Lê An", "phone", "+84901234567", "nationalId", "079090123456"),
        features(2, "fullName", "Lê An", "phone", "+84901234567", "nationalId", "079090654321"));

    var one = said(new Constraint.Together(LongSet.of(1, 2)));

    assertThat(groups(one, 1, 2)).containsExactlyInAnyOrder(LongSet.of(1), LongSet.of(2));
  }

  @Test
  void group_ofTwoOtherwiseContraryRecords_followsWhatPeopleSaid() {
    put(
        features(1, "fullName", "Lê An", "gender", "MALE", "birthDate", "1950-01-02"),
        features(2, "fullName", "Trần Hoa", "gender", "FEMALE", "birthDate", "1999-11-12"));

    var one = said(new Constraint.Together(LongSet.of(1, 2)));

    assertThat(groups(one, 1, 2)).containsExactly(LongSet.of(1, 2));
  }

  @Test
  void admit_isAsPut_forWhoeverAsksLater() {
    List.of(AN, AN_AGAIN, HOA).forEach(each -> stored.put(each.record(), each));
    matching.admit(List.of(AN, AN_AGAIN));
    matching.admit(List.of(HOA));

    assertThat(groups(2, 3)).containsExactlyInAnyOrder(LongSet.of(1, 2), LongSet.of(3));
    assertThat(matching.remove(LongSet.of(1))).isEqualTo(LongSet.of(2));
  }

  @Test
  void link_addsUp_andIsThereForLinkedRecordsAlone() {
    put(AN, AN_AGAIN, HOA);

    var link = matching.link(AN, AN_AGAIN).orElseThrow();

    assertThat(link.probability()).isBetween(0.5, 1.0);
    assertThat(link.contributions()).isNotEmpty();
    assertThat(link.contributions().stream().mapToDouble(Link.Contribution::weight).sum())
        .isCloseTo(link.weight(), within(1e-6));
    assertThat(matching.link(AN, HOA)).isEmpty();
  }

  @Test
  void answers_dependOnWhatWasPut_notOnTheOrder() {
    var random = new Random(5);
    var crowd = new ArrayList<>(crowd(random));
    put(crowd.toArray(Features[]::new));
    var all = LongSet.of(crowd.stream().map(Features::record).toList());
    var once = Set.copyOf(matching.group(all, new Constraints()));
    assertThat(once.size()).isLessThan(crowd.size());

    for (int round = 0; round < 5; round++) {
      Collections.shuffle(crowd, random);
      fresh();
      for (var each : crowd) {
        put(crowd.get(random.nextInt(crowd.size())), each);
      }
      assertThat(Set.copyOf(matching.group(all, new Constraints()))).isEqualTo(once);
    }
  }

  /** Few values, so that many share some. */
  private static List<Features> crowd(Random random) {
    var crowd = new ArrayList<Features>();
    for (int n = 1; n <= 60; n++) {
      crowd.add(
          features(
              n,
              "fullName",
              List.of("Nguyễn Văn An", "Nguyen An", "Lê Hoa", "Phạm Minh Quân").get(n % 4),
              "phone",
              "+8490123" + (1000 + random.nextInt(12)),
              "birthDate",
              "19" + (70 + random.nextInt(3)) + "-0" + (1 + random.nextInt(3)) + "-11"));
    }
    return crowd;
  }
}
