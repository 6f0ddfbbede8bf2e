package org.masterplan.profiles.touch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberedPlacesTest {
  private final List<String> asked = new ArrayList<>();

  /** Knows one community. */
  private final Places places =
      new RememberedPlaces(
          new Places() {
            @Override
            public Map<String, Set<String>> seats(Collection<String> names) {
              return Map.of("profiles/a", Set.of("communities/one"));
            }

            @Override
            public Map<String, String> units(Collection<String> communities) {
              asked.addAll(communities);
              return communities.contains("communities/one")
                  ? Map.of("communities/one", "businessUnits/dairy")
                  : Map.of();
            }
          });

  @Test
  void units_areAskedForOnce_alsoWhereThereIsNone() {
    var first = places.units(List.of("communities/one", "communities/nobodys"));
    var again = places.units(List.of("communities/nobodys", "communities/two"));
    var known = places.units(List.of("communities/one"));

    assertThat(first).containsExactly(Map.entry("communities/one", "businessUnits/dairy"));
    assertThat(again).isEmpty();
    assertThat(known).isEqualTo(first);
    assertThat(asked).containsExactly("communities/one", "communities/nobodys", "communities/two");
    assertThat(places.seats(List.of("profiles/a"))).hasSize(1);
  }
}
