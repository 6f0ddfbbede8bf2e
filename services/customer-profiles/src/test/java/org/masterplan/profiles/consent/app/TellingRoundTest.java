package org.masterplan.profiles.consent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.profile.domain.Profile;

class TellingRoundTest {
  private static final int PERSONS = 40;
  private static final int WORDS = 5;

  private final ConcurrentMap<String, List<String>> heard = new ConcurrentHashMap<>();

  @Test
  void tell_manyPersons_eachOnesWordsInOrder() {
    var round = new TellingRound(this::hear);
    addAll(round);

    assertThat(round.tell()).hasSize(PERSONS * WORDS);
    assertThat(round.end()).isEqualTo(PERSONS * WORDS);
    assertThat(heard.values())
        .hasSize(PERSONS)
        .allSatisfy(words -> assertThat(words).containsExactly("0", "1", "2", "3", "4"));
  }

  @Test
  void tell_goesOnPastFailures_andNamesTheirNumber() {
    var round =
        new TellingRound(
            (profile, consent) -> {
              if (consent.evidence().equals("3")) {
                throw new Unavailable("GOVERNANCE_AWAY", Map.of());
              }
              hear(profile, consent);
            });
    addAll(round);

    assertThat(round.tell())
        .hasSize(PERSONS * (WORDS - 1))
        .noneMatch(c -> c.evidence().equals("3"));
    assertThatThrownBy(round::end)
        .hasMessageContaining("WITHDRAWALS_UNTOLD")
        .hasMessageContaining("count=" + PERSONS);
  }

  private static void addAll(TellingRound round) {
    for (int word = 0; word < WORDS; word++) {
      for (int person = 0; person < PERSONS; person++) {
        var profile = new Profile("profiles/" + person, List.of(), Map.of(), List.of(), 0);
        round.add(profile, word(profile, word));
      }
    }
  }

  private static Consent word(Profile profile, int number) {
    var time = ConsentsContract.NOW.plusSeconds(number);
    var said = Consent.State.WITHDRAWN;
    return new Consent(profile.name(), "MARKETING", "SMS", said, time, "" + number, "lan");
  }

  private void hear(Profile profile, Consent consent) {
    heard
        .computeIfAbsent(profile.name(), _ -> new CopyOnWriteArrayList<>())
        .add(consent.evidence());
  }
}
