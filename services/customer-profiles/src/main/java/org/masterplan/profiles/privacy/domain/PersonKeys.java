package org.masterplan.profiles.privacy.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Every way in which a service may know a person. */
public record PersonKeys(
    List<String> profiles,
    List<String> phones,
    List<String> emails,
    List<String> handles,
    List<String> records) {
  public static final PersonKeys NONE =
      new PersonKeys(List.of(), List.of(), List.of(), List.of(), List.of());

  public PersonKeys {
    profiles = List.copyOf(profiles);
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
    handles = List.copyOf(handles);
    records = List.copyOf(records);
  }

  /** These keys, and handles that have come to be known since. */
  public PersonKeys withHandles(Collection<String> more) {
    var all = new LinkedHashSet<>(handles);
    all.addAll(more);
    return new PersonKeys(profiles, phones, emails, List.copyOf(all), records);
  }

  /** These keys, and records that have come to be known since. */
  public PersonKeys withRecords(Collection<String> more) {
    var all = new LinkedHashSet<>(records);
    all.addAll(more);
    return new PersonKeys(profiles, phones, emails, handles, List.copyOf(all));
  }
}
