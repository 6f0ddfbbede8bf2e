package org.masterplan.profiles.profile.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.v1.Profile;

/**
 * Which fields of a profile a caller wants.
 *
 * @param fields of the message, by name; empty: all
 * @param values fields of the dictionary, the only ones wanted of {@code values}; empty: all
 */
record ReadMask(Set<String> fields, Set<String> values) {
  private static final String VALUES = "values";
  private static final String VALUE = VALUES + ".";

  ReadMask {
    fields = Set.copyOf(fields);
    values = Set.copyOf(values);
  }

  /** Refuses a path that a profile does not have. */
  static ReadMask of(FieldMask mask) {
    var fields = new HashSet<String>();
    var values = new HashSet<String>();
    boolean whole = false;
    for (var path : mask.getPathsList()) {
      if (path.startsWith(VALUE)) {
        fields.add(VALUES);
        values.add(value(path));
      } else {
        fields.add(field(path));
        whole |= path.equals(VALUES);
      }
    }
    return new ReadMask(fields, whole ? Set.of() : values);
  }

  private static String field(String path) {
    return Profile.getDescriptor().getFields().stream()
        .map(FieldDescriptor::getName)
        .filter(path::equals)
        .findFirst()
        .orElseThrow(() -> unknown(path));
  }

  /** A path has lost its capital letters on the way from JSON. */
  private static String value(String path) {
    var name = path.substring(VALUE.length());
    return Dictionary.FIELDS.stream()
        .filter(field -> plain(field).equals(plain(name)))
        .findFirst()
        .or(() -> Optional.of(name).filter(Dictionary::isField))
        .orElseThrow(() -> unknown(path));
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static InvalidFields unknown(String path) {
    var known =
        Profile.getDescriptor().getFields().stream()
            .map(FieldDescriptor::getName)
            .collect(Collectors.joining(", "));
    var values = Dictionary.FIELDS.stream().map(VALUE::concat).collect(Collectors.joining(", "));
    return InvalidFields.of(
        "read_mask",
        "FIELD_UNKNOWN",
        Map.of("parameter", "read_mask", "value", path, "known", known + ", " + values));
  }

  /** What has to be asked for; values that nobody gets to see are not shown. */
  Desk.Parts parts() {
    return new Desk.Parts(has(VALUES), has("consents"), has("segments"), has("memberships"));
  }

  private boolean has(String field) {
    return fields.isEmpty() || fields.contains(field);
  }

  /** The message without what is not wanted. */
  Profile cut(Profile.Builder whole) {
    for (var field : Profile.getDescriptor().getFields()) {
      if (!has(field.getName())) {
        whole.clearField(field);
      }
    }
    if (!values.isEmpty()) {
      Set.copyOf(whole.getValuesMap().keySet()).stream()
          .filter(field -> !values.contains(field))
          .forEach(whole::removeValues);
    }
    return whole.build();
  }
}
