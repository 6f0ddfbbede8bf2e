package org.masterplan.profiles.consent.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * Tells the words of many persons, some persons at once: each word waits for governance to have it
 * on disk, which costs it about the same for eight as for one. A person's own words stay in order.
 * Goes on past what cannot be told, so that one word does not hold up all that follow it.
 */
final class TellingRound {
  private static final int AT_ONCE = 8;

  private final BiConsumer<Profile, Consent> teller;
  private final Map<String, Words> waiting = new LinkedHashMap<>();
  private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
  private int told;

  /** What one person said, in order. */
  private record Words(Profile profile, List<Consent> said) {}

  TellingRound(BiConsumer<Profile, Consent> teller) {
    this.teller = teller;
  }

  void add(Profile profile, Consent consent) {
    waiting
        .computeIfAbsent(profile.name(), _ -> new Words(profile, new ArrayList<>()))
        .said()
        .add(consent);
  }

  /** Tells what waits; answers what could be told. */
  List<Consent> tell() {
    var done = new ConcurrentLinkedQueue<Consent>();
    try (var lanes = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      waiting.values().forEach(words -> lanes.execute(() -> tell(words, done)));
    }
    waiting.clear();
    told += done.size();
    return List.copyOf(done);
  }

  private void tell(Words words, ConcurrentLinkedQueue<Consent> done) {
    for (var consent : words.said()) {
      try {
        teller.accept(words.profile(), consent);
        done.add(consent);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
  }

  /** Answers how many were told, or fails for all that were not. */
  int end() {
    if (failures.isEmpty()) {
      return told;
    }
    // What is no refusal is a fault of ours: it keeps its trace.
    var first = failures.stream().filter(f -> !(f instanceof Refusal)).findFirst();
    if (first.isPresent() || failures.size() == 1) {
      throw first.orElseGet(failures::element);
    }
    var reasons = new TreeSet<String>();
    failures.forEach(f -> reasons.add(((Refusal) f).reason()));
    throw new Unavailable(
        "WITHDRAWALS_UNTOLD",
        Map.of("count", Integer.toString(failures.size()), "reasons", String.join(", ", reasons)));
  }
}
