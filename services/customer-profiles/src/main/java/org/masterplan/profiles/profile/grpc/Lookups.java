package org.masterplan.profiles.profile.grpc;

import java.util.List;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.profile.app.Lookup;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.ResolveKeysRequest;

/** Reads the keys of requests. */
final class Lookups {
  private Lookups() {}

  static Lookup of(LookupProfileRequest request) {
    if (!request.getRecord().isEmpty()) {
      return new Lookup.OfRecord(RecordName.parse("record", request.getRecord()));
    }
    if (!request.getHandle().isEmpty()) {
      return new Lookup.OfKey(handles(request.getHandle()));
    }
    if (!request.getEmail().isEmpty()) {
      return key(Dictionary.EMAIL, "email", request.getEmail());
    }
    return request.getPhone().isEmpty()
        ? key(Dictionary.NATIONAL_ID, "nationalId", request.getNationalId())
        : key(Dictionary.PHONE, "phone", request.getPhone());
  }

  /** The id in {@code sources/{source}}. */
  static String source(String name) {
    return ResourceName.parse("source", "sources", name).id();
  }

  static Resolving.Keys keys(ResolveKeysRequest.Keys keys) {
    return new Resolving.Keys(
        keys.getRecord(), keys.getProfile(), keys.getEmail(), keys.getPhone(), keys.getHandle());
  }

  /** As it is written, else without the platform in front. */
  private static List<Key> handles(String handle) {
    int colon = handle.indexOf(':');
    var written = read(Dictionary.HANDLE, "handle", handle);
    return colon < 0
        ? List.of(written)
        : List.of(written, read(Dictionary.HANDLE, "handle", handle.substring(colon + 1)));
  }

  private static Lookup key(String type, String field, String text) {
    return new Lookup.OfKey(List.of(read(type, field, text)));
  }

  /** The value itself stays out of the text: it is personal. */
  private static Key read(String type, String field, String text) {
    return Key.of(type, text)
        .orElseThrow(() -> InvalidFields.of(field, "KEY_FORMAT", Map.of("field", field)));
  }
}
