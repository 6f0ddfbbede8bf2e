package org.masterplan.platform.validation;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;

/**
 * Finds a reason that has to be given and says nothing: what cannot be undone is asked for in
 * words, and spaces are none.
 */
final class GivenReasons {
  private static final String REASON = "reason";

  private GivenReasons() {}

  /** The request's reason if it is nothing but space; one left out is for the contract's rules. */
  static List<Violation> check(Message message) {
    var field = message.getDescriptorForType().findFieldByName(REASON);
    if (field == null || !isRequiredText(field)) {
      return List.of();
    }
    var given = (String) message.getField(field);
    return given.isEmpty() || !Texts.canonical(given).isEmpty()
        ? List.of()
        : List.of(new Violation(REASON, "REQUIRED", Map.of("field", REASON)));
  }

  private static boolean isRequiredText(FieldDescriptor field) {
    return field.getType() == FieldDescriptor.Type.STRING
        && !field.isRepeated()
        && field
            .getOptions()
            .getExtension(FieldBehaviorProto.fieldBehavior)
            .contains(FieldBehavior.REQUIRED);
  }
}
