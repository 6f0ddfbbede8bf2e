package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Keeps the cards up with what identity has decided: takes every decision after the last projected
 * one and writes the cards of the names it touches. Doing it again changes nothing: how far it came
 * is stored only now and then, and what lies between is written again after a start.
 */
public final class Projection {
  private static final int DECISIONS = 20;
  private static final int CARDS = 500;

  /** At most so many decisions, less one, are projected and not noted as such. */
  private static final int UNNOTED = 16;

  private final Identity identity;
  private final Reading reading;
  private final Cards cards;

  /** All up to this one are projected, by whichever instance. */
  private long projected;

  /** What is stored of that. */
  private long noted;

  public Projection(Identity identity, Reading reading, Cards cards) {
    this.identity = identity;
    this.reading = reading;
    this.cards = cards;
  }

  /** Writes the cards of every decision that has none yet. */
  public void catchUp() {
    catchUp(Identity.Resolved.NOTHING);
  }

  /** As {@link #catchUp()}, with the records at hand that were just decided on. */
  public void catchUp(Identity.Resolved resolved) {
    show(resolved);
    note();
  }

  /** As {@link #catchUp(Identity.Resolved)}; whoever calls this calls {@link #note} besides. */
  public synchronized void show(Identity.Resolved resolved) {
    var more = identity.since(projected, DECISIONS);
    if (more.size() > 1) {
      // Not only what was decided just now: others may have projected some of it.
      projected = Math.max(projected, cards.projected());
      more = identity.since(projected, DECISIONS);
    }
    while (!more.isEmpty()) {
      project(more, resolved);
      projected = more.getLast().number();
      more = more.size() < DECISIONS ? List.of() : identity.since(projected, DECISIONS);
    }
  }

  /** Stores how far the cards have come, unless it did a short while ago; whether it did. */
  public synchronized boolean note() {
    boolean due = projected >= noted + UNNOTED;
    if (due) {
      cards.projected(projected);
      noted = projected;
    }
    return due;
  }

  private void project(List<Decision> decisions, Identity.Resolved resolved) {
    var touched = Touched.by(decisions);
    var ids = new ArrayList<>(touched.keySet());
    // An alias means whatever profile its founding record is in: it may have moved with it.
    ids.addAll(identity.known(roster -> founded(decisions, roster, touched.keySet())));
    for (int from = 0; from < ids.size(); from += CARDS) {
      var part = ids.subList(from, Math.min(from + CARDS, ids.size()));
      var names = new HashMap<String, Card.Change>();
      part.forEach(
          id ->
              Optional.ofNullable(touched.get(id))
                  .ifPresent(c -> names.put(ProfileId.name(id), c)));
      write(part, names, resolved);
    }
  }

  private static List<Long> founded(List<Decision> decisions, Roster roster, Set<Long> known) {
    var founded = new LinkedHashSet<Long>();
    for (var decision : decisions) {
      for (var move : decision.moves()) {
        for (long id : roster.foundedBy(move.record())) {
          founded.add(id);
        }
      }
    }
    founded.removeAll(known);
    return List.copyOf(founded);
  }

  private void write(List<Long> ids, Map<String, Card.Change> changes, Identity.Resolved resolved) {
    var meanings = identity.known(roster -> Meaning.of(ids, roster));
    var written = new ArrayList<Card>(ids.size());
    reading.carded(meanings, atHand(meanings, resolved)).stream()
        .map(Card::of)
        .map(card -> card.after(changes.getOrDefault(card.name(), Card.Change.CHANGED)))
        .forEach(written::add);
    for (var meaning : meanings) {
      if (meaning.gone()) {
        written.add(Card.gone(meaning.name(), meaning.journal()));
      } else if (meaning.alias()) {
        written.add(Card.moved(meaning.name(), meaning.target(), meaning.journal()));
      }
    }
    cards.put(written);
  }

  /** Where more was decided since, what is at hand may be older than the card would say. */
  private static Map<Long, SourceRecord> atHand(
      List<Meaning> meanings, Identity.Resolved resolved) {
    var known = new HashMap<Long, SourceRecord>();
    if (meanings.stream().allMatch(meaning -> meaning.journal() == resolved.number())) {
      resolved.records().forEach(record -> known.put(record.number(), record));
    }
    return known;
  }
}
