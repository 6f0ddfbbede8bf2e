package org.masterplan.gateway.rest;

import com.google.gson.JsonElement;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.platform.status.Shortened;

/** What a field expects, said when it got something else. */
final class Expectations {
  private static final int SHOWN = 100;

  private Expectations() {}

  static Violation violation(FieldDescriptor field, String at, JsonElement value) {
    var about = new HashMap<String, String>();
    about.put("field", at);
    about.put("value", cut(value));
    if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
      about.put("expected", words(field));
    }
    return new Violation(at, reason(field, value), Map.copyOf(about));
  }

  private static String reason(FieldDescriptor field, JsonElement value) {
    if (field.isRepeated() && !field.isMapField() && !value.isJsonArray()) {
      return "NOT_A_LIST";
    }
    return switch (field.getJavaType()) {
      case INT, LONG -> "NOT_A_WHOLE_NUMBER";
      case FLOAT, DOUBLE -> "NOT_A_NUMBER";
      case BOOLEAN -> "NOT_A_TRUTH_VALUE";
      case STRING -> "NOT_A_TEXT";
      case BYTE_STRING -> "NOT_BASE64";
      case ENUM -> "NOT_ONE_OF";
      case MESSAGE -> message(field.getMessageType().getFullName());
    };
  }

  private static String message(String type) {
    return switch (type) {
      case "google.protobuf.Timestamp" -> "NOT_A_TIME";
      case "google.protobuf.Duration" -> "NOT_A_DURATION";
      case "google.protobuf.FieldMask" -> "NOT_A_MASK";
      default -> "NOT_AN_OBJECT";
    };
  }

  private static String words(FieldDescriptor field) {
    return field.getEnumType().getValues().stream()
        .filter(value -> value.getNumber() != 0)
        .map(EnumValueDescriptor::getName)
        .collect(Collectors.joining(", "));
  }

  private static String cut(JsonElement value) {
    return Shortened.to(SHOWN, value.isJsonPrimitive() ? value.getAsString() : value.toString());
  }
}
