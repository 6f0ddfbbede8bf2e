package org.masterplan.profiles.review.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Link;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.profile.domain.Comparison;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Stratum;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/** One look through all records. Pairs of which people have said something are left out. */
final class Survey {
  /** So many records, or pairs, are looked at together. */
  private static final int PART = 400;

  /** Of a profile of more records as many are looked at: it is no person. */
  private static final int MOST_RECORDS = 100;

  /** The belief between which it is in doubt. */
  static final double LEAST = 0.05;

  static final double MOST = 0.95;

  private final Identity identity;
  private final Records records;
  private final Findings findings;

  /** Two records of different profiles, and why they are looked at. */
  private record Question(Pair pair, Kind kind, OptionalDouble probability) {}

  Survey(Identity identity, Records records, Findings findings) {
    this.identity = identity;
    this.records = records;
    this.findings = findings;
  }

  void run() {
    var contacts = KeyHolders.ofContacts();
    var namesakes = KeyHolders.ofNamesakes();
    records.each(
        "",
        record -> {
          contacts.add(record);
          namesakes.add(record);
        });
    profiles();
    var seen = new SeenPairs();
    across(contacts::eachPair, Kind.SHARING, seen);
    across(namesakes::eachPair, Kind.NAMESAKES, seen);
    doubts(seen);
  }

  private void profiles() {
    long[] live = identity.ask(Roster::live);
    for (int from = 0; from < live.length; from += PART) {
      var some = Arrays.copyOfRange(live, from, Math.min(live.length, from + PART));
      several(some).forEach(this::profiles);
    }
  }

  /** Those of several records, some hundred records together. */
  private List<List<LongSet>> several(long[] some) {
    return identity.known(
        roster -> {
          var parts = new ArrayList<List<LongSet>>();
          int size = PART;
          for (long profile : some) {
            var members = roster.members(profile);
            if (members.size() > 1) {
              if (size >= PART) {
                parts.add(new ArrayList<>());
                size = 0;
              }
              parts.getLast().add(members);
              size += members.size();
            }
          }
          return parts;
        });
  }

  private void profiles(List<LongSet> part) {
    var known =
        records.findNumbers(
            part.stream().flatMap(each -> Arrays.stream(each.toArray()).boxed()).toList());
    var all = part.stream().map(members -> own(members, known)).toList();
    var said = identity.ask(roster -> all.stream().map(own -> said(own, roster)).toList());
    for (int i = 0; i < all.size(); i++) {
      profile(all.get(i), said.get(i));
    }
    loose(all, said);
  }

  private static List<SourceRecord> own(LongSet members, Map<Long, SourceRecord> known) {
    return Arrays.stream(members.toArray())
        .limit(MOST_RECORDS)
        .boxed()
        .flatMap(number -> Stream.ofNullable(known.get(number)))
        .toList();
  }

  private void profile(List<SourceRecord> own, Set<Pair> said) {
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < i; j++) {
        var pair = Pair.of(own.get(j).number(), own.get(i).number());
        if (!said.contains(pair)) {
          within(pair, own.get(j), own.get(i));
        }
      }
    }
  }

  /** Identity is asked once for all of them: it answers nobody else meanwhile. */
  private void loose(List<List<SourceRecord>> all, List<Set<Pair>> said) {
    var large = IntStream.range(0, all.size()).filter(i -> all.get(i).size() > 2).toArray();
    if (large.length == 0) {
      return;
    }
    var links =
        identity.linksWithin(
            Arrays.stream(large)
                .mapToObj(i -> all.get(i).stream().map(Features::of).toList())
                .toList());
    for (int i = 0; i < large.length; i++) {
      loose(all.get(large[i]), said.get(large[i]), links.get(i));
    }
  }

  private void within(Pair pair, SourceRecord one, SourceRecord other) {
    int contradictions = contradictions(one, other);
    if (contradictions == 0) {
      findings.count(Stratum.LINKED, pair, finding(Kind.DRAWN, 0, one, other));
      return;
    }
    int urgency = Math.min(100, 30 + 25 * contradictions);
    var finding = finding(Kind.CONTRADICTING, urgency, one, other);
    findings.queue(pair, finding);
    findings.count(Stratum.LINKED_CONTRADICTING, pair, finding);
  }

  /** The share of pairs that nothing links; asked is the pair that has least in common. */
  private void loose(List<SourceRecord> own, Set<Pair> said, List<Link> links) {
    var linked = new HashSet<>(said);
    links.forEach(link -> linked.add(Pair.of(link.left(), link.right())));
    int all = own.size() * (own.size() - 1) / 2;
    SourceRecord left = null;
    SourceRecord right = null;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < i; j++) {
        var pair = Pair.of(own.get(j).number(), own.get(i).number());
        int common = linked.contains(pair) ? Integer.MAX_VALUE : common(own.get(j), own.get(i));
        if (common < least) {
          least = common;
          left = own.get(j);
          right = own.get(i);
        }
      }
    }
    if (left != null && right != null) {
      int urgency = 100 * (all - linked.size()) / all;
      var pair = Pair.of(left.number(), right.number());
      findings.queue(pair, finding(Kind.LOOSE, urgency, left, right));
    }
  }

  private void across(
      java.util.function.Consumer<BiConsumer<Long, Long>> pairs, Kind kind, SeenPairs seen) {
    var part = new ArrayList<Question>();
    pairs.accept(
        (one, other) -> {
          var pair = Pair.of(one, other);
          if (seen.add(pair)) {
            part.add(new Question(pair, kind, OptionalDouble.empty()));
          }
          if (part.size() == PART) {
            ask(part);
            part.clear();
          }
        });
    ask(part);
  }

  private void doubts(SeenPairs seen) {
    long[] all =
        identity.ask(
            roster ->
                Arrays.stream(roster.live())
                    .flatMap(profile -> Arrays.stream(roster.members(profile).toArray()))
                    .toArray());
    for (int from = 0; from < all.length; from += PART) {
      var some = LongSet.of(Arrays.copyOfRange(all, from, Math.min(all.length, from + PART)));
      var part = new ArrayList<Question>();
      for (var doubt : identity.doubts(some, LEAST, MOST)) {
        var pair = Pair.of(doubt.left(), doubt.right());
        if (seen.add(pair)) {
          part.add(new Question(pair, Kind.UNCERTAIN, OptionalDouble.of(doubt.probability())));
        }
      }
      ask(part);
    }
  }

  /** Two of one profile are counted there; only a doubt about them is a question still. */
  private void ask(List<Question> some) {
    var open = identity.ask(roster -> open(some, roster));
    var known = known(open.keySet());
    for (var each : open.entrySet()) {
      var question = each.getKey();
      var one = known.get(question.pair().left());
      var other = known.get(question.pair().right());
      boolean oneProfile = each.getValue();
      if (one != null && other != null && (!oneProfile || question.kind() == Kind.UNCERTAIN)) {
        question(question, one, other, oneProfile);
      }
    }
  }

  /** Those of which nobody has said anything, and whether both are of one profile. */
  private static Map<Question, Boolean> open(List<Question> some, Roster roster) {
    var open = new LinkedHashMap<Question, Boolean>();
    for (var question : some) {
      if (unsaid(question.pair(), roster)) {
        open.put(question, joined(question.pair(), roster));
      }
    }
    return open;
  }

  private void question(
      Question question, SourceRecord one, SourceRecord other, boolean oneProfile) {
    int urgency =
        switch (question.kind()) {
          case UNCERTAIN ->
              (int) Math.round(100 - 200 * Math.abs(question.probability().orElse(0) - 0.5));
          case SHARING, NAMESAKES, LOOSE, CONTRADICTING, DRAWN ->
              Math.clamp(20L * common(one, other) - 15L * contradictions(one, other), 1, 100);
        };
    var finding =
        new Finding(question.kind(), urgency, question.probability(), sources(one, other), false);
    findings.queue(question.pair(), finding);
    if (!oneProfile) {
      findings.count(stratum(question.kind()), question.pair(), finding);
    }
  }

  private static Stratum stratum(Kind kind) {
    return switch (kind) {
      case SHARING -> Stratum.APART_SHARING;
      case NAMESAKES -> Stratum.APART_NAMESAKES;
      case UNCERTAIN, LOOSE, CONTRADICTING, DRAWN -> Stratum.APART_UNCERTAIN;
    };
  }

  private Map<Long, SourceRecord> known(Collection<Question> some) {
    var numbers = new HashSet<Long>();
    some.forEach(q -> numbers.addAll(List.of(q.pair().left(), q.pair().right())));
    return records.findNumbers(numbers);
  }

  private static boolean unsaid(Pair pair, Roster roster) {
    return Identity.said(roster, pair.left(), pair.right()) == Said.NOTHING;
  }

  private static boolean joined(Pair pair, Roster roster) {
    return roster.profileOf(pair.left()) == roster.profileOf(pair.right());
  }

  private static Set<Pair> said(List<SourceRecord> own, Roster roster) {
    var said = new HashSet<Pair>();
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < i; j++) {
        var pair = Pair.of(own.get(j).number(), own.get(i).number());
        if (!unsaid(pair, roster)) {
          said.add(pair);
        }
      }
    }
    return said;
  }

  private static int contradictions(SourceRecord one, SourceRecord other) {
    return (int)
        Comparison.of(one.values(), other.values()).stream()
            .filter(Comparison::contradicts)
            .count();
  }

  private static int common(SourceRecord one, SourceRecord other) {
    return (int)
        Comparison.of(one.values(), other.values()).stream()
            .filter(each -> each.likeness() == Comparison.Likeness.EQUAL)
            .count();
  }

  private static Finding finding(Kind kind, int urgency, SourceRecord one, SourceRecord other) {
    return new Finding(kind, urgency, OptionalDouble.empty(), sources(one, other), false);
  }

  private static List<String> sources(SourceRecord one, SourceRecord other) {
    return List.copyOf(new TreeSet<>(List.of(one.name().source(), other.name().source())));
  }
}
