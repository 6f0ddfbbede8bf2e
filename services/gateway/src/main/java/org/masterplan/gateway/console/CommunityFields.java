package org.masterplan.gateway.console;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.masterplan.registry.v1.Community;

/** The fields of a community that a form may change, by their names in the contract. */
final class CommunityFields {
  static final List<String> EDITABLE =
      List.of(
          "title",
          "business_unit",
          "segments",
          "platform",
          "kind",
          "link",
          "purpose",
          "objective",
          "corporate_objectives",
          "product_lines",
          "owner",
          "deputies",
          "sponsor",
          "why",
          "expected_gain",
          "review_date",
          "member_benefit",
          "exit_plan",
          "declared_members");

  private CommunityFields() {}

  /** A form's fields as a community; a number that is none is left out and named. */
  static Community read(Map<String, List<String>> form, Community before) {
    var builder = before.toBuilder();
    for (var name : EDITABLE) {
      var field = field(name);
      var values =
          form.getOrDefault(name, List.of()).stream()
              .map(String::strip)
              .filter(v -> !v.isEmpty())
              .toList();
      builder.clearField(field);
      values.forEach(value -> set(builder, field, value));
    }
    return builder.build();
  }

  /** A community as a form's fields. */
  static Map<String, List<String>> write(Community community) {
    var form = new TreeMap<String, List<String>>();
    for (var name : EDITABLE) {
      form.put(name, values(community, field(name)));
    }
    return form;
  }

  /** Names of the fields that differ. */
  static List<String> changed(Community left, Community right) {
    return EDITABLE.stream()
        .filter(n -> !Objects.equals(left.getField(field(n)), right.getField(field(n))))
        .toList();
  }

  /** One field of {@code from}, put into {@code into}. */
  static Community with(Community into, Community from, String name) {
    return into.toBuilder().setField(field(name), from.getField(field(name))).build();
  }

  /** What a field holds, on one line. */
  static String text(Community community, String name) {
    return String.join(", ", values(community, field(name)));
  }

  private static List<String> values(Community community, FieldDescriptor field) {
    if (field.isRepeated()) {
      return ((List<?>) community.getField(field)).stream().map(String::valueOf).toList();
    }
    var value = community.getField(field);
    if (value instanceof EnumValueDescriptor word) {
      return word.getNumber() == 0 ? List.of() : List.of(word.getName());
    }
    var text = String.valueOf(value);
    return text.isEmpty() || text.equals("0") ? List.of() : List.of(text);
  }

  private static void set(Community.Builder into, FieldDescriptor field, String value) {
    if (field.isRepeated()) {
      into.addRepeatedField(field, value);
    } else if (field.getJavaType() == JavaType.ENUM) {
      var word = field.getEnumType().findValueByName(value);
      if (word != null) {
        into.setField(field, word);
      }
    } else if (field.getJavaType() == JavaType.LONG) {
      // A word in a field for numbers is sent on as one that the registry refuses by name.
      into.setField(field, value.matches("[0-9]{1,15}") ? Long.parseLong(value) : -1L);
    } else {
      into.setField(field, value);
    }
  }

  private static FieldDescriptor field(String name) {
    return Objects.requireNonNull(Community.getDescriptor().findFieldByName(name), name);
  }
}
