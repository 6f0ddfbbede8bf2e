package org.masterplan.governance.contact.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything counted at one contact point, or against one profile's attention. Stored as one
 * document and replaced whole under its revision, so that reading, deciding and writing are one.
 *
 * @param key a contact point's key, or {@code profiles/{profile}}
 * @param revision 0 for an account that is not stored yet
 * @param latest the latest now that any decision here saw: a clock step back reopens no window
 * @param movedTo the profile that this one is now part of; empty if it stands for itself
 * @param frozen being folded into {@code movedTo}: nothing may be decided until that is done
 * @param journal number of the identity decision that last moved it; older ones come too late
 */
public record Account(
    String key,
    long revision,
    List<Entry> entries,
    List<Suppression> suppressions,
    Instant latest,
    String movedTo,
    boolean frozen,
    long journal) {
  /** Entries older than this can no longer touch any window that may still be asked for. */
  static final Duration KEPT = Duration.ofDays(431);

  public Account {
    entries = List.copyOf(entries);
    suppressions = List.copyOf(suppressions);
  }

  /** An account in which nothing has happened. */
  public static Account empty(String key) {
    return new Account(key, 0, List.of(), List.of(), Instant.EPOCH, "", false, 0);
  }

  /** Now, but never before a now that was already seen here. */
  public Instant now(Instant clock) {
    return clock.isBefore(latest) ? latest : clock;
  }

  /** When the contacts that count and are of that kind take place. */
  public List<Instant> times(Instant clock, Predicate<Entry> kind) {
    var now = now(clock);
    return entries.stream().filter(e -> e.counts(now)).filter(kind).map(Entry::time).toList();
  }

  /** Whether a contact of that kind is not wanted here. */
  public boolean suppresses(Channel channel, MessageClass messageClass) {
    return suppressions.stream().anyMatch(s -> s.covers(channel, messageClass));
  }

  /** With one more contact; expired and very old ones are dropped on the way. */
  public Account hold(Entry entry, Instant clock) {
    var now = now(clock);
    var kept = new ArrayList<>(entries);
    kept.removeIf(e -> !e.counts(now) || e.time().isBefore(now.minus(KEPT)));
    kept.removeIf(e -> e.id().equals(entry.id()));
    kept.add(entry);
    return next(kept, suppressions, now);
  }

  /** Whether the entry is written here, expired or not. */
  public boolean contains(String entry) {
    return entries.stream().anyMatch(e -> e.id().equals(entry));
  }

  /** Whether the entry is final, or held and not expired. */
  public boolean keeps(String entry, Instant clock) {
    var now = now(clock);
    return entries.stream().anyMatch(e -> e.id().equals(entry) && e.counts(now));
  }

  /** With the entry final, counting at the time when it does take place. */
  public Account confirm(String entry, Instant takesPlace) {
    return next(
        entries.stream().map(e -> e.id().equals(entry) ? e.asConfirmed(takesPlace) : e).toList(),
        suppressions,
        now(takesPlace));
  }

  /** Without the entry. */
  public Account giveBack(String entry) {
    return next(entries.stream().filter(e -> !e.id().equals(entry)).toList(), suppressions, latest);
  }

  /** What a suppression takes back: reservations of that kind which are not final. */
  public List<Entry> coveredBy(Suppression no) {
    return entries.stream()
        .filter(e -> !e.confirmed() && no.covers(e.channel(), e.messageClass()))
        .toList();
  }

  /** With the no in force and the reservations that it covers taken back. */
  public Account suppress(Suppression no) {
    var kept = new ArrayList<>(entries);
    kept.removeAll(coveredBy(no));
    var all = new ArrayList<>(suppressions);
    if (all.stream().noneMatch(no::repeats)) {
      all.add(no);
    }
    return next(kept, all, latest);
  }

  /** Without the suppressions that satisfy the condition. */
  public Account lift(Predicate<Suppression> lifted) {
    return next(entries, suppressions.stream().filter(lifted.negate()).toList(), latest);
  }

  /** Closed for decisions while it is folded into another. */
  public Account freeze(String target, long decision) {
    return placed(target, true, decision);
  }

  /** Folded: whoever asks for it is sent on. */
  public Account release() {
    return placed(movedTo, false, journal);
  }

  /** Whether nothing has happened here that another account would have to take in. */
  public boolean unused() {
    return entries.isEmpty() && suppressions.isEmpty();
  }

  /** Folded already, because there is nothing to fold. */
  public Account forward(String target, long decision) {
    return placed(target, false, decision);
  }

  /** With the other, which has become part of this one: so this one stands for itself. */
  public Account takeIn(Account other, long decision) {
    return movedTo.isEmpty() || decision <= journal ? fold(other) : standAlone(other, decision);
  }

  /**
   * What of this is counted for a part of it that stands for itself: everything, and for good,
   * because the confirmation of what stays here will not reach there. {@code theirs}: entries that
   * go along, and will be confirmed or given back there.
   */
  public Account partedFrom(Set<String> theirs) {
    var counted =
        entries.stream()
            .filter(e -> e.counts(latest))
            .map(e -> theirs.contains(e.id()) ? e : e.asConfirmed(e.time()))
            .toList();
    return next(counted, suppressions, latest);
  }

  /** Standing for itself again after a split, with everything that counted for the whole. */
  public Account standAlone(Account whole, long decision) {
    var folded = fold(whole);
    return new Account(
        key, revision + 1, folded.entries, folded.suppressions, folded.latest, "", false, decision);
  }

  /** With the other's contacts, by id, and the other's no. */
  public Account fold(Account other) {
    var all = new LinkedHashMap<String, Entry>();
    other.entries.forEach(e -> all.put(e.id(), e));
    entries.forEach(e -> all.merge(e.id(), e, (a, b) -> a.confirmed() ? a : b));
    var noes = new ArrayList<>(suppressions);
    other.suppressions.stream().filter(n -> noes.stream().noneMatch(n::repeats)).forEach(noes::add);
    return next(List.copyOf(all.values()), noes, now(other.latest));
  }

  private Account placed(String target, boolean closed, long decision) {
    return new Account(key, revision + 1, entries, suppressions, latest, target, closed, decision);
  }

  private Account next(List<Entry> newEntries, List<Suppression> noes, Instant seen) {
    return new Account(key, revision + 1, newEntries, noes, seen, movedTo, frozen, journal);
  }
}
