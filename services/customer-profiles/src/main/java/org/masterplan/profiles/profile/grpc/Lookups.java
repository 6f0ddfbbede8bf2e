package org.masterplan.profiles.profile.grpc;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.profile.app.Lookup;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.ResolveKeysRequest;

/** Reads the keys of requests. */
final class Lookups {
  private static final String HANDLE = "handle";

  private final Accounts accounts;

  Lookups(Accounts accounts) {
    this.accounts = accounts;
  }

  Lookup of(LookupProfileRequest request) {
    if (!request.getRecord().isEmpty()) {
      return new Lookup.OfRecord(RecordName.parse("record", request.getRecord()));
    }
    if (!request.getHandle().isEmpty()) {
      return account(request.getHandle());
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

  /** On the platform in front, or on any if there is none. */
  private Lookup account(String text) {
    int colon = text.indexOf(':');
    var platform = colon <= 0 ? "" : platform(text.substring(0, colon));
    var handle = read(Dictionary.HANDLE, HANDLE, text.substring(colon <= 0 ? 0 : colon + 1));
    var asked = new Handles.Handle(platform, handle.value(), List.of());
    var written =
        Stream.of(asked, new Handles.Handle(platform, "@" + handle.value(), List.of()))
            .flatMap(each -> Handles.written(each).stream())
            .map(each -> new Key(Dictionary.HANDLE, each));
    return new Lookup.OfAccount(written.toList(), record -> accounts.tells(record, asked));
  }

  private static String platform(String written) {
    var word = PlatformWord.of(written);
    var known = Handles.platforms();
    if (!known.contains(word)) {
      var expected = String.join(", ", known);
      throw InvalidFields.of(
          HANDLE,
          "PLATFORM_UNKNOWN",
          Map.of("field", HANDLE, "value", written, "expected", expected));
    }
    return word;
  }

  private static Lookup key(String type, String field, String text) {
    return new Lookup.OfKey(read(type, field, text));
  }

  /** The value itself stays out of the text: it is personal. */
  private static Key read(String type, String field, String text) {
    return Key.of(type, text)
        .orElseThrow(() -> InvalidFields.of(field, "KEY_FORMAT", Map.of("field", field)));
  }
}
