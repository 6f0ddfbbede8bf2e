package org.masterplan.platform.query;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.refusal.InvalidFields;

/** Reads {@code order_by} (AIP-132): one field, ascending unless {@code desc} follows it. */
public final class OrderParser {
  private static final Pattern ORDER = Pattern.compile("\\s*(\\S+?)(?:\\s+(asc|desc))?\\s*");

  private OrderParser() {}

  /** The order that {@code text} asks for; the usual one if it is empty. */
  public static Order parse(String text, List<Field> fields, Order usual) {
    if (text.isBlank()) {
      return usual;
    }
    var matcher = ORDER.matcher(text);
    if (text.contains(",") || !matcher.matches()) {
      throw InvalidFields.of("order_by", "ORDER_FORMAT", Map.of("value", text));
    }
    var catalogue = new Catalogue(fields);
    var name = matcher.group(1);
    var field = catalogue.find(name).orElseThrow(() -> catalogue.unknown("order_by", name));
    return new Order(field, "desc".equals(matcher.group(2)));
  }
}
