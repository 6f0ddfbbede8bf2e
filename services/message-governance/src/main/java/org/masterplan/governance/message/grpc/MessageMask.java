package org.masterplan.governance.message.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.governance.v1.Message;
import org.masterplan.kernel.refusal.InvalidFields;

/** Which fields an update touches (AIP-134): the masked ones, or every field that is set. */
final class MessageMask {
  private static final Set<String> WRITTEN_BY_UNITS =
      Set.of(
          "title",
          "business_unit",
          "message_class",
          "channel",
          "audience",
          "planned_time",
          "text",
          "topic",
          "offer");

  private MessageMask() {}

  /** What is stored, with the touched fields as sent. */
  static Message apply(Message stored, Message sent, FieldMask mask) {
    var next = stored.toBuilder();
    for (var field : fields(sent, mask)) {
      var descriptor = Message.getDescriptor().findFieldByName(field);
      if (descriptor.hasPresence() && !sent.hasField(descriptor)) {
        next.clearField(descriptor);
      } else {
        next.setField(descriptor, sent.getField(descriptor));
      }
    }
    return next.build();
  }

  private static List<String> fields(Message sent, FieldMask mask) {
    if (mask.getPathsCount() == 0) {
      return sent.getAllFields().keySet().stream()
          .map(FieldDescriptor::getName)
          .filter(WRITTEN_BY_UNITS::contains)
          .toList();
    }
    mask.getPathsList().forEach(MessageMask::mustBeWritable);
    return List.copyOf(mask.getPathsList());
  }

  private static void mustBeWritable(String path) {
    if (!WRITTEN_BY_UNITS.contains(path)) {
      throw InvalidFields.of("update_mask", "FIELD_NOT_WRITABLE", Map.of("value", path));
    }
  }
}
