package org.masterplan.platform.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.Violation;

/**
 * Finds the NUL characters that no text of a request may hold: stores, files and programs that read
 * them afterwards take it for a text's end.
 */
final class PlainTexts {
  private PlainTexts() {}

  /** Every field, at whatever depth, whose text holds one. */
  static List<Violation> check(Message message) {
    var wrong = new ArrayList<Violation>();
    check("", message, wrong);
    return wrong;
  }

  private static void check(String path, Message message, List<Violation> wrong) {
    for (Map.Entry<FieldDescriptor, Object> set : message.getAllFields().entrySet()) {
      var field = (path.isEmpty() ? "" : path + ".") + set.getKey().getName();
      if (set.getValue() instanceof List<?> values) {
        for (int i = 0; i < values.size(); i++) {
          value(field, i, values.get(i), wrong);
        }
      } else {
        value(field, -1, set.getValue(), wrong);
      }
    }
  }

  private static void value(String field, int index, Object value, List<Violation> wrong) {
    if (value instanceof String text && text.indexOf('\0') >= 0) {
      var path = at(field, index);
      wrong.add(new Violation(path, "TEXT_HOLDS_NUL", Map.of("field", path)));
    } else if (value instanceof Message inner) {
      check(at(field, index), inner, wrong);
    }
  }

  private static String at(String field, int index) {
    return index < 0 ? field : field + "[" + index + "]";
  }
}
