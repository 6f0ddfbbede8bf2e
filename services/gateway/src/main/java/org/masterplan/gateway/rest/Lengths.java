package org.masterplan.gateway.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.platform.status.Shortened;

/**
 * How long what an address and its headers say may be. Longer than anything that means something,
 * and short enough to travel on in the headers of a call.
 */
final class Lengths {
  /** One part of a resource's name; ids have at most 128 characters. */
  static final int NAME_PART = 200;

  /** One parameter. */
  static final int PARAMETER = 4000;

  /** One header that is passed on. */
  static final int HEADER = 500;

  private static final int SHOWN = 60;

  private Lengths() {}

  /** Refuses with everything in the address that is too long for a request of the type. */
  static void check(Map<String, String> filled, Map<String, String[]> parameters, Descriptor type) {
    List<Violation> found = new ArrayList<>();
    filled.forEach(
        (field, name) ->
            Stream.of(name.split("/", -1))
                .filter(part -> isLonger(part, NAME_PART))
                .forEach(part -> found.add(violation(field, part, NAME_PART))));
    parameters.forEach(
        (field, values) ->
            Stream.of(values)
                .filter(value -> isLonger(value, PARAMETER))
                .forEach(value -> found.add(parameter(field, value, type))));
    if (!found.isEmpty()) {
      throw new InvalidFields(found);
    }
  }

  /** The header's value; refuses one that is too long. */
  static String header(String header, String value) {
    if (isLonger(value, HEADER)) {
      throw new InvalidFields(List.of(violation(header, value, HEADER)));
    }
    return value;
  }

  private static boolean isLonger(String text, int limit) {
    return text.codePointCount(0, text.length()) > limit;
  }

  /** What the contract marks as personal is not shown. */
  private static Violation parameter(String name, String value, Descriptor type) {
    var personal = Json.field(type, name).filter(Lengths::isPersonal).isPresent();
    return violation(Shortened.to(SHOWN, name), personal ? "…" : value, PARAMETER);
  }

  private static boolean isPersonal(FieldDescriptor field) {
    return field.getOptions().getDebugRedact();
  }

  private static Violation violation(String field, String value, int limit) {
    var about =
        Map.of(
            "field", field,
            "value", Shortened.to(SHOWN, value),
            "limit", Integer.toString(limit));
    return new Violation(field, "TOO_LONG", about);
  }
}
