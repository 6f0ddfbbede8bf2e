package org.masterplan.gateway.console;

import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.v1.ActivitySummary;
import org.masterplan.kernel.text.Texts;
import org.masterplan.registry.v1.Community;

/**
 * One community in a table.
 *
 * @param community as the register has it
 * @param segments titles of its customer segments
 * @param unit title of its business unit
 * @param owner what people call who holds it; empty: nobody
 * @param spark what was done in it, by week
 * @param observed whether anybody looked
 * @param messages planned for it in the coming week; absent if it could not be asked
 */
public record CommunityRow(
    Community community,
    List<String> segments,
    String unit,
    String owner,
    People people,
    Spark spark,
    boolean observed,
    OptionalLong messages) {
  public CommunityRow {
    segments = List.copyOf(segments);
  }

  /** What names mean to people. */
  record Aid(
      Map<String, String> segments, Map<String, String> units, Map<String, String> employees) {}

  static CommunityRow of(
      Community community, Aid aid, People people, @Nullable ActivitySummary activity) {
    return new CommunityRow(
        community,
        community.getSegmentsList().stream().map(s -> aid.segments().getOrDefault(s, s)).toList(),
        aid.units().getOrDefault(community.getBusinessUnit(), community.getBusinessUnit()),
        community.hasOrphanTime()
            ? ""
            : aid.employees().getOrDefault(community.getOwner(), community.getOwner()),
        people,
        spark(activity),
        activity != null && activity.getObserved(),
        OptionalLong.empty());
  }

  CommunityRow withMessages(OptionalLong planned) {
    return new CommunityRow(community, segments, unit, owner, people, spark, observed, planned);
  }

  /** {@code communities/{community}}. */
  public String name() {
    return community.getName();
  }

  /** The address of its page. */
  public String path() {
    return "/" + community.getName();
  }

  Timestamp created() {
    return community.getCreateTime();
  }

  String folded() {
    return Texts.fold(community.getTitle());
  }

  /** 0 waits for a decision, then by how badly it does. */
  int urgency() {
    if (Acts.isWaiting(community)) {
      return 0;
    }
    return switch (community.getHealth()) {
      case GHOST_SHIP -> 1;
      case ORPHANED -> 2;
      case FADING -> 3;
      case ALIVE -> 4;
      case NOT_OBSERVED, HEALTH_UNSPECIFIED, UNRECOGNIZED -> 5;
    };
  }

  boolean isLiving() {
    return switch (community.getState()) {
      case LIVE, PAUSED -> true;
      case DRAFT, PROPOSED, APPROVED, RETIRING, ARCHIVED, STATE_UNSPECIFIED, UNRECOGNIZED -> false;
    };
  }

  /** Key of the word on the button: what to do next. */
  public String next() {
    return switch (urgency()) {
      case 0 -> "review";
      case 1, 2 -> "decide";
      default -> "open";
    };
  }

  private static Spark spark(@Nullable ActivitySummary activity) {
    return new Spark(
        activity == null
            ? List.of()
            : activity.getWeeksList().stream().map(ActivitySummary.Week::getEvents).toList());
  }
}
