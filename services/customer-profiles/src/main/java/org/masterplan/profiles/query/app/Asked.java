package org.masterplan.profiles.query.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;

/**
 * What a query asks about.
 *
 * @param fields every field that it names
 * @param communities every community that it names
 * @param required conditions that whoever is found must meet
 */
record Asked(Set<Field> fields, Set<String> communities, List<Filter.Compare> required) {

  static Asked of(Query query) {
    var asked = new Asked(new HashSet<>(), new HashSet<>(), new ArrayList<>());
    asked.fields.add(query.order().field());
    asked.look(query.filter(), true);
    return asked;
  }

  boolean about(Field field) {
    return fields.contains(field);
  }

  /** Whether it asks about anything that cards do not say. */
  boolean around() {
    return AroundFields.AROUND.stream().anyMatch(fields::contains);
  }

  private void look(Filter filter, boolean must) {
    switch (filter) {
      case Filter.And(var parts) -> parts.forEach(part -> look(part, must));
      case Filter.Or(var parts) -> parts.forEach(part -> look(part, must && parts.size() == 1));
      case Filter.Not(var part) -> look(part, false);
      case Filter.Compare compare -> {
        fields.add(compare.field());
        if (compare.field().equals(AroundFields.COMMUNITY)
            && compare.value() instanceof Value.Text(var name)) {
          communities.add(name);
        }
        if (must) {
          required.add(compare);
        }
      }
      case Filter.All _, Filter.Word _ -> {}
    }
  }
}
