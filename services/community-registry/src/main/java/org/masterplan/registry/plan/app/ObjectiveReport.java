package org.masterplan.registry.plan.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.State;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.resource.app.Lists;
import org.masterplan.registry.resource.app.Resources;

/**
 * Which objectives no community serves, and which communities serve none (capability 3).
 *
 * @param unserved {@code objectives/{objective}}
 * @param aimless {@code communities/{community}}, archived ones apart
 */
public record ObjectiveReport(List<String> unserved, List<String> aimless) {
  private static final Filter NOT_ARCHIVED =
      new Filter.Compare(
          CommunityFields.STATE, Filter.Op.NE, new Value.Text(State.ARCHIVED.name()));

  /** Reads every objective and every community that is not archived. */
  public static ObjectiveReport of(Resources<PlanPart> objectives, Communities communities) {
    var served = new HashSet<String>();
    var aimless = new ArrayList<String>();
    Lists.each(
        communities,
        NOT_ARCHIVED,
        CommunityFields.NEWEST_FIRST,
        c -> {
          var serves = c.value().intent().serves();
          served.addAll(serves);
          if (serves.isEmpty()) {
            aimless.add(c.value().name().toString());
          }
        });
    var unserved = new ArrayList<String>();
    Lists.each(
        objectives,
        new Filter.All(),
        PlanFields.BY_TITLE,
        o -> {
          if (!served.contains(o.value().name().toString())) {
            unserved.add(o.value().name().toString());
          }
        });
    return new ObjectiveReport(unserved, aimless);
  }
}
