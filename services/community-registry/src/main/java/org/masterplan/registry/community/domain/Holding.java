package org.masterplan.registry.community.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who answers for a community.
 *
 * @param unit {@code businessUnits/{unit}}
 * @param owner {@code employees/{employee}} who holds it; empty if nobody does
 * @param deputies who is next, in order
 * @param sponsor the executive behind it; empty if none
 * @param orphanSince since when nobody holds it, after somebody did
 */
public record Holding(
    String unit,
    String owner,
    List<String> deputies,
    String sponsor,
    Optional<Instant> orphanSince) {
  public Holding {
    deputies = List.copyOf(deputies);
  }

  /** Nobody holds it from now on; a deputy may take over, but is not made to. */
  Holding orphaned(Instant now) {
    return new Holding(unit, "", deputies, sponsor, Optional.of(orphanSince.orElse(now)));
  }

  Holding without(String deputy) {
    var left = deputies.stream().filter(d -> !d.equals(deputy)).toList();
    return new Holding(unit, owner, left, sponsor, orphanSince);
  }

  boolean names(String employee) {
    return owner.equals(employee) || deputies.contains(employee) || sponsor.equals(employee);
  }
}
