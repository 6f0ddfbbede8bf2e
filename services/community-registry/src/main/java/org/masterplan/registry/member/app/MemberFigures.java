package org.masterplan.registry.member.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.resource.app.Lists;

/** How many members communities have: declared, on the list, known. */
public final class MemberFigures {
  private final Communities communities;
  private final Members members;

  public MemberFigures(Communities communities, Members members) {
    this.communities = communities;
    this.members = members;
  }

  /**
   * The figures of one community.
   *
   * @param declared as the platform shows them
   * @param listed on a list that was brought here, who take part
   * @param known of the listed, those whose profile is known
   */
  public record Figure(String community, long declared, long listed, long known) {}

  /** The name, if there is such a community; refuses it otherwise. */
  public String community(String name) {
    return communities
        .find(name)
        .map(c -> c.value().name().toString())
        .orElseThrow(() -> NotFound.named(name));
  }

  /** The figures of those communities, of all if none is given; unknown names are left out. */
  public List<Figure> of(List<String> names) {
    Map<String, Members.Count> counts = new HashMap<>();
    members.counts(names).forEach(c -> counts.put(c.community(), c));
    var figures = new ArrayList<Figure>();
    if (names.isEmpty()) {
      Lists.each(
          communities,
          new Filter.All(),
          CommunityFields.NEWEST_FIRST,
          c -> figures.add(figure(c.value(), counts)));
    } else {
      for (var name : names) {
        communities.find(name).ifPresent(c -> figures.add(figure(c.value(), counts)));
      }
    }
    return figures;
  }

  private static Figure figure(Community community, Map<String, Members.Count> counts) {
    var name = community.name().toString();
    var count = counts.getOrDefault(name, new Members.Count(name, 0, 0));
    return new Figure(name, community.declaredMembers(), count.listed(), count.known());
  }
}
