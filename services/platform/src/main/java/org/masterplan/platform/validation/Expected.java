package org.masterplan.platform.validation;

import build.buf.validate.EnumRules;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import build.buf.validate.ValidateProto;
import build.buf.validate.Violation;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a rule expects, where its one value does not say it all: a violation names the lower end of
 * a range alone, and the numbers of an enum's words.
 */
final class Expected {
  private Expected() {}

  /** {@code first} and {@code last} of a range, {@code words} of an enum; else nothing. */
  static Map<String, String> of(Descriptor request, Violation broken) {
    return field(request, broken.getField())
        .map(field -> about(field, rules(field, broken.getRule())))
        .orElse(Map.of());
  }

  /** The field at the path's end; empty where that is a oneof, or the request itself. */
  private static Optional<FieldDescriptor> field(Descriptor request, FieldPath path) {
    var found = Optional.<FieldDescriptor>empty();
    var within = Optional.of(request);
    for (var element : path.getElementsList()) {
      found = within.map(type -> type.findFieldByNumber(element.getFieldNumber()));
      within = found.flatMap(Expected::inside);
    }
    return found;
  }

  private static Optional<Descriptor> inside(FieldDescriptor field) {
    var held = field.isMapField() ? field.getMessageType().findFieldByName("value") : field;
    boolean message = held.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    return message ? Optional.of(held.getMessageType()) : Optional.empty();
  }

  /** The rules of one type that the broken one is among. */
  private static Message rules(FieldDescriptor field, FieldPath path) {
    Message rules = field.getOptions().getExtension(ValidateProto.field);
    var above = path.getElementsList().subList(0, Math.max(0, path.getElementsCount() - 1));
    for (FieldPathElement element : above) {
      rules = (Message) rules.getField(named(rules, element.getFieldName()));
    }
    return rules;
  }

  private static Map<String, String> about(FieldDescriptor field, Message rules) {
    if (rules instanceof EnumRules words) {
      return Map.of("words", words(field, words));
    }
    var type = rules.getDescriptorForType();
    boolean range = type.findFieldByName("gte") != null && type.findFieldByName("lte") != null;
    return range ? Map.of("first", end(rules, "gte"), "last", end(rules, "lte")) : Map.of();
  }

  private static String end(Message rules, String name) {
    return new BigDecimal(rules.getField(named(rules, name)).toString())
        .stripTrailingZeros()
        .toPlainString();
  }

  private static FieldDescriptor named(Message rules, String name) {
    return rules.getDescriptorForType().findFieldByName(name);
  }

  private static String words(FieldDescriptor field, EnumRules rules) {
    List<Integer> in = rules.getInList();
    return field.getEnumType().getValues().stream()
        .filter(word -> in.isEmpty() || in.contains(word.getNumber()))
        .filter(word -> !rules.getNotInList().contains(word.getNumber()))
        .map(EnumValueDescriptor::getName)
        .collect(Collectors.joining(", "));
  }
}
