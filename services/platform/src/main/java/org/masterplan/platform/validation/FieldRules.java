package org.masterplan.platform.validation;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.status.Shortened;
import org.masterplan.platform.text.TextCatalogue;

/**
 * The field rules declared in the contracts ({@code buf.validate}), those of every text and of
 * every reason.
 */
public final class FieldRules {
  private static final int SHOWN = 60;

  private final Validator validator = ValidatorFactory.newBuilder().build();

  /** Throws {@link InvalidFields} naming every field that breaks a rule. */
  public void check(Message message) {
    var texts = PlainTexts.check(message);
    if (!texts.isEmpty()) {
      throw new InvalidFields(texts);
    }
    var reasons = GivenReasons.check(message);
    if (!reasons.isEmpty()) {
      throw new InvalidFields(reasons);
    }
    var result = validate(message);
    if (!result.isEmpty()) {
      var type = message.getDescriptorForType();
      throw new InvalidFields(result.stream().map(each -> translate(type, each)).toList());
    }
  }

  private List<Violation> validate(Message message) {
    try {
      return validator.validate(message).getViolations();
    } catch (ValidationException e) {
      throw new IllegalStateException(
          message.getDescriptorForType().getFullName() + " declares rules that cannot be run", e);
    }
  }

  private static org.masterplan.kernel.refusal.Violation translate(
      Descriptor type, Violation violation) {
    var path = path(violation);
    var about = new HashMap<>(Expected.of(type, violation.toProto()));
    about.put("field", path);
    about.put("value", value(violation));
    var rule = violation.getRuleValue();
    about.put("expected", rule == null ? "" : String.valueOf(rule.getValue()));
    about.put("rule", violation.toProto().getMessage());
    return new org.masterplan.kernel.refusal.Violation(path, reason(violation), about);
  }

  /** The rule's own text where we have one; else the general one, which quotes the rule. */
  private static String reason(Violation violation) {
    var reason = reason(violation.toProto().getRuleId());
    return TextCatalogue.shared().knows(reason) ? reason : "RULE_BROKEN";
  }

  /** By which the text of a rule is found. */
  static String reason(String rule) {
    return "RULE_" + rule.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static String path(Violation violation) {
    var path = new StringBuilder();
    for (var element : violation.toProto().getField().getElementsList()) {
      path.append(path.isEmpty() ? "" : ".").append(element.getFieldName());
      switch (element.getSubscriptCase()) {
        case INDEX -> path.append('[').append(element.getIndex()).append(']');
        case STRING_KEY -> path.append('.').append(element.getStringKey());
        case INT_KEY -> path.append('.').append(element.getIntKey());
        case UINT_KEY -> path.append('.').append(element.getUintKey());
        case BOOL_KEY -> path.append('.').append(element.getBoolKey());
        case SUBSCRIPT_NOT_SET -> {
          // A field by itself.
        }
      }
    }
    return path.isEmpty() ? "request" : path.toString();
  }

  /** The value as sent, cut; nothing for fields that the contract marks as personal. */
  private static String value(Violation violation) {
    var value = violation.getFieldValue();
    if (value == null || isPersonal(value.getDescriptor()) || value.getValue() instanceof Message) {
      return "";
    }
    return Shortened.to(SHOWN, word(value).orElseGet(() -> String.valueOf(value.getValue())));
  }

  /** What the contract calls the value of an enum; empty if it is none. */
  private static Optional<String> word(Violation.FieldValue value) {
    var field = value.getDescriptor();
    return field.getJavaType() == FieldDescriptor.JavaType.ENUM
            && value.getValue() instanceof Number number
        ? Optional.ofNullable(field.getEnumType().findValueByNumber(number.intValue()))
            .map(EnumValueDescriptor::getName)
        : Optional.empty();
  }

  private static boolean isPersonal(FieldDescriptor field) {
    return field.getOptions().getDebugRedact();
  }

  /** Compiles the rules of the most common types now, so that no caller waits for it. */
  public void warm(Iterable<Message> examples) {
    examples.forEach(this::validate);
  }
}
