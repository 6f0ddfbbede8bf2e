package org.masterplan.registry.organisation.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;

/** A part of the company that answers for communities. */
public record BusinessUnit(ResourceName name, String title, Optional<Instant> dissolvedAt) {
  public BusinessUnit {
    title = Titles.check(title, "business_unit.title");
  }

  /** At work? A dissolved unit can hold nothing. */
  public boolean isActive() {
    return dissolvedAt.isEmpty();
  }

  /** The unit, gone; refuses a second time, naming the first. */
  public BusinessUnit dissolve(Instant now) {
    if (dissolvedAt.isPresent()) {
      throw new WrongState(
          "UNIT_DISSOLVED", Map.of("name", name.toString(), "time", dissolvedAt.get().toString()));
    }
    return new BusinessUnit(name, title, Optional.of(now));
  }
}
