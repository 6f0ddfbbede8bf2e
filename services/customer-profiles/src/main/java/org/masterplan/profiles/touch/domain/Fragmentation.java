package org.masterplan.profiles.touch.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who touched a person (capability 4). A unit did by a message, by what happened in a community of
 * its, by an order or a rating that its source brought. A community did by what the person did
 * there, and by a message that was for it if the person has or had a seat in it: of a message for
 * several communities, that is how this person came to get it. A voice is a unit on one channel, as
 * its reader hears it. To be on a community's list is no touch: it says nothing of the time.
 *
 * @param unattributed touches of which nobody says whose they were
 */
public record Fragmentation(
    List<Toucher> units, List<Toucher> communities, List<Toucher> voices, int unattributed) {
  private static final Comparator<Toucher> LAST_FIRST =
      Comparator.comparing(Toucher::last)
          .reversed()
          .thenComparing(Toucher::name)
          .thenComparing(Toucher::channel);

  /** Somebody, and how often. {@code channel} is empty but for a voice. */
  public record Toucher(String name, String channel, int contacts, int deeds, Instant last) {
    private Toucher and(Toucher other) {
      var later = last.isAfter(other.last) ? last : other.last;
      return new Toucher(name, channel, contacts + other.contacts, deeds + other.deeds, later);
    }
  }

  /**
   * What is known around the person.
   *
   * @param seats communities in which they take or took part
   * @param units the unit of each community
   */
  public record Around(Set<String> seats, Map<String, String> units) {}

  public Fragmentation {
    units = List.copyOf(units);
    communities = List.copyOf(communities);
    voices = List.copyOf(voices);
  }

  /** What the touches come to. */
  public static Fragmentation of(Collection<? extends Touch> touches, Around around) {
    var count = new Count();
    for (var touch : touches) {
      switch (touch) {
        case Touch.Contact contact -> count.contact(contact, around.seats());
        case Touch.Act(var community, var time) -> {
          count.deed(count.communities, community, time);
          count.deed(count.units, around.units().getOrDefault(community, ""), time);
        }
        case Touch.Deal(var unit, var time) -> count.deed(count.units, unit, time);
      }
    }
    return new Fragmentation(
        sorted(count.units), sorted(count.communities), sorted(count.voices), count.unattributed);
  }

  private static List<Toucher> sorted(Map<String, Toucher> touchers) {
    return touchers.values().stream().sorted(LAST_FIRST).toList();
  }

  private static final class Count {
    final Map<String, Toucher> units = new HashMap<>();
    final Map<String, Toucher> communities = new HashMap<>();
    final Map<String, Toucher> voices = new HashMap<>();
    int unattributed;

    void contact(Touch.Contact contact, Set<String> seats) {
      contact.communities().stream()
          .filter(seats::contains)
          .forEach(c -> add(communities, contacted(c, "", contact)));
      if (contact.unit().isEmpty()) {
        unattributed += contact.times();
        return;
      }
      add(units, contacted(contact.unit(), "", contact));
      add(voices, contacted(contact.unit(), contact.channel(), contact));
    }

    void deed(Map<String, Toucher> into, String name, Instant time) {
      if (name.isEmpty()) {
        unattributed++;
        return;
      }
      add(into, new Toucher(name, "", 0, 1, time));
    }

    private static Toucher contacted(String name, String channel, Touch.Contact contact) {
      return new Toucher(name, channel, contact.times(), 0, contact.last());
    }

    private static void add(Map<String, Toucher> into, Toucher toucher) {
      into.merge(toucher.name() + " " + toucher.channel(), toucher, Toucher::and);
    }
  }
}
