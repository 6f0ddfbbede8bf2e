package org.masterplan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything planted, with its near misses; README.md lists the same. */
final class Faults {
  /** What the planted mark of a community stands for. */
  private record Kind(String fault, int capability, boolean nearMiss, String note) {}

  private static final Map<String, Kind> BY_MARK =
      Map.ofEntries(
          Map.entry(
              "insight-over-400", new Kind("INSIGHT_OVER_CAP", 43, false, "640 declared, cap 400")),
          Map.entry("insight-398", new Kind("INSIGHT_OVER_CAP", 43, true, "398 declared")),
          Map.entry("twin-b", new Kind("TWIN_COMMUNITY", 5, false, "containment 0.85 or more")),
          Map.entry("not-twin-b", new Kind("TWIN_COMMUNITY", 5, true, "containment 0.55")),
          Map.entry("vanity", new Kind("VANITY", 114, false, "many fans, few who act")),
          Map.entry(
              "small-busy",
              new Kind("SIZE_IS_NOT_EFFECT", 41, false, "must rank above c-010 and c-011")),
          Map.entry(
              "channel-reach-low",
              new Kind("CHANNEL_WITHOUT_SEGMENT", 29, false, "20 % of the segment on the channel")),
          Map.entry(
              "channel-reach-enough",
              new Kind("CHANNEL_WITHOUT_SEGMENT", 29, true, "34 % of the segment")),
          Map.entry(
              "org-chart",
              new Kind("ORG_CHART_STRUCTURE", 2, false, "segment tap-hoa split by unit")),
          Map.entry(
              "forgotten-segment",
              new Kind("SEGMENT_FORGOTTEN", 16, false, "segment nong-thon: only abandoned ones")),
          Map.entry("bot-still-posts", new Kind("GHOST_SHIP", 13, false, "only a bot still posts")),
          Map.entry(
              "silent-after-study",
              new Kind("OWNER_SILENT_AFTER_STUDY", 56, false, "members talk, host silent")),
          Map.entry(
              "moved-owner-still-there",
              new Kind("ORPHAN", 15, true, "the owner moved unit but is still there")));

  private Faults() {}

  static List<Fault> all(Crowd crowd, World world) {
    List<Fault> faults = new ArrayList<>();
    for (Community community : crowd.communities()) {
      Kind kind = BY_MARK.get(community.planted());
      if (kind != null) {
        faults.add(
            new Fault(kind.fault, kind.capability, community.id(), kind.nearMiss, "", kind.note));
      }
      standing(community, faults);
    }
    messages(faults);
    mentions(faults);
    faults.addAll(people(world.count()));
    return faults;
  }

  private static void standing(Community community, List<Fault> faults) {
    String id = community.id();
    switch (community.standing()) {
      case ABANDONED -> faults.add(new Fault("GHOST_SHIP", 13, id, false, "", "abandoned"));
      case ORPHAN_GHOST -> faults.add(new Fault("GHOST_SHIP", 14, id, false, "", "unit dissolved"));
      case ORPHAN_ALIVE ->
          faults.add(new Fault("ORPHAN", 14, id, false, "", "unit dissolved, members carry on"));
      case OWNER_LEFT ->
          faults.add(new Fault("ORPHAN", 15, id, false, "", "owner left, members carry on"));
      case OWNER_SILENT ->
          faults.add(new Fault("OWNER_SILENT", 56, id, false, "", "members ask, host silent"));
      case BROADCAST ->
          faults.add(new Fault("BROADCAST_ONLY", 82, id, false, "", "host posts, answers nobody"));
      case TET, SCHOOL ->
          faults.add(new Fault("GHOST_SHIP", 13, id, true, "", "asleep until its season"));
      case REVIVED ->
          faults.add(new Fault("GHOST_SHIP", 13, id, true, "", "silent for a year, back"));
      case MAINTENANCE ->
          faults.add(new Fault("GHOST_SHIP", 13, id, true, "", "few events, steadily"));
      case NOT_OBSERVED ->
          faults.add(new Fault("GHOST_SHIP", 13, id, true, "NOT_OBSERVED", "nobody looks"));
      case ALIVE, FADING -> {}
    }
  }

  private static void message(
      List<Fault> faults, String fault, int capability, String id, boolean near) {
    faults.add(
        new Fault(fault, capability, "messages/" + id, near, near ? "GRANTED" : "REFUSED", ""));
  }

  private static void messages(List<Fault> faults) {
    for (String pair : List.of("window", "survey", "day", "channel")) {
      message(faults, "COLLISION", pair.equals("survey") ? 12 : 11, "m-" + pair + "-a", false);
    }
    message(faults, "COLLISION", 11, "m-apart-a", true);
    message(faults, "COLLISION", 11, "m-others-a", true);
    message(faults, "CONTRADICTORY_OFFER", 11, "m-price-a", false);
    message(faults, "CONTRADICTORY_OFFER", 11, "m-valid-a", false);
    message(faults, "CONTRADICTORY_OFFER", 11, "m-same-a", true);
    message(faults, "PROMOTION_FORBIDDEN", 51, "m-promo-insight", false);
    message(faults, "PROMOTION_FORBIDDEN", 51, "m-promo-support", false);
    message(faults, "PROMOTION_FORBIDDEN", 51, "m-promo-commerce", true);
    message(faults, "SALES_LANGUAGE", 51, "m-hidden-sale", false);
    message(faults, "SALES_LANGUAGE", 51, "m-not-a-sale", true);
    message(faults, "FACT_EXPIRED", 67, "m-fact-expired", false);
    message(faults, "FACT_EXPIRED", 67, "m-fact-valid", true);
    message(faults, "RECAP_BEFORE_EVENT", 130, "m-recap-early", false);
    message(faults, "RECAP_BEFORE_EVENT", 130, "m-recap", true);
    message(faults, "SAMENESS", 116, "m-weekend-b", false);
    message(faults, "SAMENESS", 116, "m-own-words", true);
    message(faults, "QUIET_HOURS", 12, "m-at-night", false);
    message(faults, "QUIET_HOURS", 12, "m-in-the-evening", true);
    message(faults, "AD_LABEL", 12, "m-no-label", false);
  }

  private static void mentions(List<Fault> faults) {
    faults.add(
        new Fault("CRISIS", 94, "blender", false, "REAL", "true fault, many unconnected people"));
    faults.add(
        new Fault(
            "CRISIS",
            94,
            "milk-rumour",
            false,
            "INAUTHENTIC",
            "36 accounts, six links, ten waves"));
    faults.add(new Fault("COORDINATION", 92, "live-40", true, "", "a live show that fans share"));
    faults.add(new Fault("WEAK_SIGNAL", 71, "bottle cap", false, "", "five posts in a week"));
    faults.add(
        new Fault(
            "UNDISCLOSED_EMPLOYEE",
            98,
            "nv.e005|nv.e050|nv.e099",
            false,
            "",
            "praise by employees"));
    faults.add(
        new Fault("SEGMENT_FORGOTTEN", 16, "segments/cao-tuoi", false, "", "no community at all"));
    faults.add(
        new Fault("OBJECTIVE_UNSERVED", 3, "objectives/o-6", false, "", "no community serves it"));
  }

  /** Pairs that must not be merged. */
  private static List<Fault> people(long count) {
    List<Fault> faults = new ArrayList<>();
    for (long i = 0; i + 2 < count; i++) {
      if (i % 3 == 1 && People.twins(i / 3)) {
        faults.add(new Fault("FALSE_MERGE", 8, "p-" + i + "|p-" + (i + 1), true, "", "twins"));
      }
      if (People.namesake(i) && i >= 3) {
        faults.add(
            new Fault(
                "FALSE_MERGE",
                8,
                "p-" + (i - 3) + "|p-" + i,
                true,
                "",
                "same name and birth date"));
      }
    }
    return faults;
  }
}
