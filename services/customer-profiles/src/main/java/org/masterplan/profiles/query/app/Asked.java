package org.masterplan.profiles.query.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.dealing.domain.Dealing;

/**
 * What a query asks about.
 *
 * @param fields every field that it names
 * @param communities every community that it names
 * @param required conditions that whoever is found must meet
 */
record Asked(Set<Field> fields, Set<String> communities, List<Filter.Compare> required) {

  /** As consents are written down. */
  private static final Pattern CONSENT = Pattern.compile("[A-Z][A-Z_]{1,39}/[A-Z][A-Z_]{1,39}");

  static Asked of(Query query) {
    var asked = new Asked(new HashSet<>(), new HashSet<>(), new ArrayList<>());
    asked.fields.add(query.order().field());
    asked.look(query.filter(), true);
    return asked;
  }

  boolean about(Field field) {
    return fields.contains(field);
  }

  /** Whether the answer needs it: of what was done in communities only closeness is asked for. */
  boolean needs(Dealing dealing) {
    return switch (dealing.deed()) {
      case Dealing.Deed.Act(var community, _) ->
          about(AroundFields.RELATION)
              && (communities.isEmpty() || communities.contains(community));
      case Dealing.Deed.Order _, Dealing.Deed.Rating _ -> true;
    };
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
        mustBeAConsent(compare);
        if (compare.field().equals(AroundFields.COMMUNITY)
            && compare.value() instanceof Value.Text(var name)) {
          communities.add(name);
        }
        if (must) {
          required.add(compare);
        }
      }
      case Filter.All _, Filter.Word _, Filter.Beginning _ -> {}
    }
  }

  /** What was said to one purpose by one way, in full or as the part that is looked for. */
  private static void mustBeAConsent(Filter.Compare compare) {
    if (compare.field().equals(AroundFields.CONSENT)
        && compare.op() != Filter.Op.HAS
        && compare.value() instanceof Value.Text(var word)
        && !CONSENT.matcher(word).matches()) {
      throw InvalidFields.of(
          "filter", "FILTER_CONSENT", Map.of("field", compare.field().name(), "value", word));
    }
  }
}
