package org.masterplan.profiles.privacy.domain;

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
}
