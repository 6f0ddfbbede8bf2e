package org.masterplan.profiles.query.grpc;

import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.query.app.AroundFields;

/** A filter of files and audiences, which go by what cards say. */
public final class CardFilter {
  private CardFilter() {}

  /** What the text means; a field that only lists know is refused as such. */
  public static Filter parse(String text) {
    var filter = FilterParser.parse(text, AroundFields.ALL, CardFields.WORDS);
    refuseAround(filter);
    return filter;
  }

  private static void refuseAround(Filter filter) {
    switch (filter) {
      case Filter.And(var parts) -> parts.forEach(CardFilter::refuseAround);
      case Filter.Or(var parts) -> parts.forEach(CardFilter::refuseAround);
      case Filter.Not(var part) -> refuseAround(part);
      case Filter.Compare(var field, var _, var _) when AroundFields.AROUND.contains(field) ->
          throw InvalidFields.of(
              "filter", "FIELD_OF_LISTS", Map.of("value", field.name(), "known", known()));
      case Filter.Compare _, Filter.All _, Filter.Word _, Filter.Beginning _ -> {}
    }
  }

  private static String known() {
    return CardFields.ALL.stream().map(Field::name).sorted().collect(Collectors.joining(", "));
  }
}
