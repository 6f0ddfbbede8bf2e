package org.masterplan.registry.community.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.State;
import org.masterplan.registry.organisation.app.Holdings;
import org.masterplan.registry.resource.app.Lists;

/** Answers the organisation from the register, and writes back what it decided. */
public final class CommunityHoldings implements Holdings {
  private final Communities communities;

  public CommunityHoldings(Communities communities) {
    this.communities = communities;
  }

  @Override
  public List<String> ofUnit(String unit) {
    return names(
        new Filter.And(
            List.of(
                is(CommunityFields.UNIT, unit),
                new Filter.Compare(
                    CommunityFields.STATE, Filter.Op.NE, new Value.Text(State.ARCHIVED.name())))));
  }

  @Override
  public List<String> ofEmployee(String employee) {
    return names(
        new Filter.Or(
            List.of(
                is(CommunityFields.OWNER, employee),
                is(CommunityFields.DEPUTIES, employee),
                is(CommunityFields.SPONSOR, employee))));
  }

  @Override
  public boolean orphan(String community, AuditEntry entry) {
    var before = change(community, entry, c -> c.orphaned(entry.at()));
    return before.holding().orphanSince().isEmpty();
  }

  @Override
  public void move(String community, String unit, AuditEntry entry) {
    change(community, entry, c -> c.held(in(c.holding(), unit), entry.at()));
  }

  @Override
  public boolean release(String community, String employee, AuditEntry entry) {
    var before = change(community, entry, c -> c.departed(employee, entry.at()));
    return before.holding().owner().equals(employee);
  }

  private static Holding in(Holding holding, String unit) {
    return new Holding(
        unit, holding.owner(), holding.deputies(), holding.sponsor(), holding.orphanSince());
  }

  /** Answers the community as it was; tries again when somebody else wrote in between. */
  private Community change(String name, AuditEntry entry, UnaryOperator<Community> change) {
    while (true) {
      var seen = communities.find(name).orElseThrow(() -> NotFound.named(name));
      var next = change.apply(seen.value());
      if (next.equals(seen.value())) {
        return seen.value();
      }
      try {
        communities.replace(name, seen.revision(), next, entry);
        return seen.value();
      } catch (Stale _) {
        // Somebody else wrote: their revision is read and changed instead.
      }
    }
  }

  private List<String> names(Filter filter) {
    var names = new ArrayList<String>();
    Lists.each(
        communities,
        filter,
        CommunityFields.NEWEST_FIRST,
        c -> names.add(c.value().name().toString()));
    return names;
  }

  private static Filter is(Field field, String value) {
    return new Filter.Compare(field, Filter.Op.EQ, new Value.Text(value));
  }
}
