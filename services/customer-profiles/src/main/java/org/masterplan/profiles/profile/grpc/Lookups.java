package org.masterplan.profiles.profile.grpc;

import java.util.List;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.ResolveKeysRequest;

/** Reads the keys of requests. */
final class Lookups {
  private Lookups() {}

  static Reading.Found find(Reading reading, LookupProfileRequest request) {
    if (!request.getRecord().isEmpty()) {
      var name = RecordName.parse("record", request.getRecord());
      return new Reading.Found(reading.lookup(name), List.of());
    }
    if (!request.getHandle().isEmpty()) {
      return handle(reading, request.getHandle());
    }
    if (!request.getEmail().isEmpty()) {
      return reading.lookup(key(Dictionary.EMAIL, "email", request.getEmail()));
    }
    return request.getPhone().isEmpty()
        ? reading.lookup(key(Dictionary.NATIONAL_ID, "nationalId", request.getNationalId()))
        : reading.lookup(key(Dictionary.PHONE, "phone", request.getPhone()));
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
  private static Reading.Found handle(Reading reading, String handle) {
    int colon = handle.indexOf(':');
    try {
      return reading.lookup(key(Dictionary.HANDLE, "handle", handle));
    } catch (NotFound unknown) {
      if (colon < 0) {
        throw unknown;
      }
      return reading.lookup(key(Dictionary.HANDLE, "handle", handle.substring(colon + 1)));
    }
  }

  /** The value itself stays out of the text: it is personal. */
  private static Key key(String type, String field, String text) {
    return Key.of(type, text)
        .orElseThrow(() -> InvalidFields.of(field, "KEY_FORMAT", Map.of("field", field)));
  }
}
