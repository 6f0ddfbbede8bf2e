package org.masterplan.profiles.privacy.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Every way in which a service may know a person.
 *
 * @param handles {@code platform:handle}, or a handle alone: that is meant on every platform
 * @param others {@code platform:handle} of those that are somebody else's: a handle alone is not
 *     meant there
 */
public record PersonKeys(
    List<String> profiles,
    List<String> phones,
    List<String> emails,
    List<String> handles,
    List<String> records,
    List<String> others) {
  public static final PersonKeys NONE =
      new PersonKeys(List.of(), List.of(), List.of(), List.of(), List.of());

  public PersonKeys {
    profiles = List.copyOf(profiles);
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
    handles = List.copyOf(handles);
    records = List.copyOf(records);
    others = List.copyOf(others);
  }

  /** Of a person whose handles are nobody else's. */
  public PersonKeys(
      List<String> profiles,
      List<String> phones,
      List<String> emails,
      List<String> handles,
      List<String> records) {
    this(profiles, phones, emails, handles, records, List.of());
  }

  /** Whether the person goes by a handle of which nobody says the platform. */
  public boolean hasHandleAlone() {
    return handles.stream().anyMatch(handle -> handle.indexOf(':') < 0);
  }

  /** These keys, and handles that have come to be known as somebody else's. */
  public PersonKeys withOthers(Collection<String> more) {
    var all = new LinkedHashSet<>(others);
    all.addAll(more);
    return new PersonKeys(profiles, phones, emails, handles, records, List.copyOf(all));
  }

  /** These keys, and handles that have come to be known since. */
  public PersonKeys withHandles(Collection<String> more) {
    var all = new LinkedHashSet<>(handles);
    all.addAll(more);
    return new PersonKeys(profiles, phones, emails, List.copyOf(all), records, others);
  }

  /** These keys, and records that have come to be known since. */
  public PersonKeys withRecords(Collection<String> more) {
    var all = new LinkedHashSet<>(records);
    all.addAll(more);
    return new PersonKeys(profiles, phones, emails, handles, List.copyOf(all), others);
  }
}
