package org.masterplan.registry.community.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.registry.v1.Community;

/** Which fields an update touches (AIP-134): the masked ones, or every field that is set. */
final class CommunityMask {
  private static final Set<String> DECIDED_BY_THE_PLAN =
      Set.of(
          "name",
          "state",
          "permit",
          "answers_owed",
          "answers_due_date",
          "orphan_time",
          "health",
          "health_time",
          "state_reason",
          "submitter",
          "create_time",
          "update_time",
          "etag");

  private CommunityMask() {}

  /** Names of the fields touched; refuses a field that is unknown or not the caller's to write. */
  static List<String> fields(Community sent, FieldMask mask) {
    return mask.getPathsCount() == 0 ? set(sent) : masked(mask);
  }

  /** What is stored, with the touched fields as sent. */
  static Community apply(Community stored, Community sent, List<String> fields) {
    var next = stored.toBuilder();
    for (var field : fields) {
      var descriptor = Community.getDescriptor().findFieldByName(field);
      next.setField(descriptor, sent.getField(descriptor));
    }
    return next.build();
  }

  private static List<String> set(Community sent) {
    return sent.getAllFields().keySet().stream()
        .map(FieldDescriptor::getName)
        .filter(f -> !DECIDED_BY_THE_PLAN.contains(f))
        .toList();
  }

  private static List<String> masked(FieldMask mask) {
    var fields = new ArrayList<String>();
    for (var path : mask.getPathsList()) {
      if (Community.getDescriptor().findFieldByName(path) == null) {
        throw InvalidFields.of("update_mask", "FIELD_NOT_THERE", Map.of("value", path));
      }
      if (DECIDED_BY_THE_PLAN.contains(path)) {
        throw InvalidFields.of("update_mask", "FIELD_NOT_YOURS", Map.of("value", path));
      }
      fields.add(path);
    }
    return fields;
  }
}
