package org.masterplan.profiles.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.KeyedHashes;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Weights;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

/** What is kept of values: hashes under a key, which weigh as plain ones do. */
class LessonsTest {
  private static final List<Features> SOME = MadeUp.people(11, 120);
  private static final People PEOPLE = SOME::forEach;
  private static final LongSet ALL = LongSet.of(SOME.stream().map(Features::record).toList());
  private static final KeyedHashes KEY = new KeyedHashes(new byte[] {1, 2, 3, 4});
  private static final KeyedHashes OTHER = new KeyedHashes(new byte[] {4, 3, 2, 1});

  private final Lessons plain = new Lessons(PEOPLE);
  private final Lessons keyed = new Lessons(PEOPLE, KEY);

  private static KeptModel learned(Lessons lessons) {
    return lessons.learn(_ -> true, 1, Instant.EPOCH);
  }

  private static Set<LongSet> persons(Lessons lessons, KeptModel model) {
    var standing = lessons.apply(model, _ -> true);
    return Set.copyOf(new Grouping(standing, ALL, new Constraints()).persons());
  }

  private static Set<String> hashes(KeptModel model) {
    var found = new HashSet<String>();
    var hash = Pattern.compile("\"[0-9a-f]{16}\"").matcher(model.text());
    while (hash.find()) {
      found.add(hash.group());
    }
    return found;
  }

  @Test
  void learn_underAKey_findsTheSamePersons_andKeepsNoPlainHash() {
    var open = learned(plain);
    var hidden = learned(keyed);

    assertThat(hashes(hidden)).hasSameSizeAs(hashes(open)).isNotEmpty();
    assertThat(hashes(hidden)).doesNotContainAnyElementsOf(hashes(open));
    assertThat(persons(keyed, hidden)).isEqualTo(persons(plain, open));
    assertThat(hashes(learned(new Lessons(PEOPLE, OTHER))))
        .doesNotContainAnyElementsOf(hashes(hidden));
  }

  /** Whoever sees what a field says cannot tell a name, or how rare one is. */
  @Test
  void weights_tellOfFieldsAndLevels_andNothingOfValues() {
    var model = learned(keyed);

    var weights = Lessons.weights(model);

    assertThat(weights.prior()).isNegative();
    assertThat(weights.fields())
        .extracting(Weights.Field::name)
        .contains("surname", "phone", "nationalId");
    assertThat(weights.fields())
        .isSortedAccordingTo(Comparator.comparingDouble(Weights.Field::reach).reversed());
    for (var field : weights.fields()) {
      assertThat(field.levels().stream().mapToDouble(Weights.Level::same).sum())
          .as(field.name())
          .isCloseTo(1, within(1e-6));
    }
    var phone =
        weights.fields().stream().filter(f -> f.name().equals("phone")).findFirst().orElseThrow();
    assertThat(phone.levels().getFirst().weight()).isGreaterThan(5);
    assertThat(phone.levels().getLast().weight()).isNegative();
    hashes(model)
        .forEach(hash -> assertThat(weights.toString()).doesNotContain(hash.replace("\"", "")));
  }

  @Test
  void renamed_ofWhatWasKeptWithPlainHashes_isWhatIsLearnedUnderTheKey() {
    var open = learned(plain);

    assertThat(Lessons.renamed(open.text(), KEY)).isEqualTo(learned(keyed).text());
  }
}
