package org.masterplan.profiles.privacy.app;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * The keys by which services know a person. The same handle may be somebody else's on another
 * platform: it is a key on the platforms that the person's records say, and nowhere else.
 */
public final class Keyring {
  private final Reading reading;
  private final Accounts accounts;

  /** Whom the keys are of. */
  public record Person(String profile, PersonKeys keys) {}

  public Keyring(Reading reading, Accounts accounts) {
    this.reading = reading;
    this.accounts = accounts;
  }

  /**
   * What the person is shown by. A handle without a platform could show them what somebody else
   * said.
   */
  public Person toShow(String profileName) {
    var profile = reading.get(profileName);
    var handles = accounts.of(profile.records()).stream().filter(Keyring::hasPlatform);
    var keys =
        new PersonKeys(
            profile.names(),
            profile.all(Dictionary.PHONE),
            profile.all(Dictionary.EMAIL),
            handles.map(Keyring::key).toList(),
            records(profile));
    return new Person(profile.name(), keys);
  }

  /**
   * What the person is forgotten by: no contact point that others share, for a family's telephone
   * is not one person's. A handle of which no record says the platform is forgotten on each, so
   * that nothing of the person is left; nobody is shown anything by it.
   *
   * @param leaving names of profiles that are being forgotten too: what is shared with nobody else
   *     is nobody's
   */
  public Person toForget(String profileName, Collection<String> leaving) {
    var profile = reading.get(profileName);
    var aside = leaving.stream().flatMap(n -> ProfileId.read(n).stream()).collect(toSet());
    profile.names().forEach(name -> ProfileId.read(name).ifPresent(aside::remove));
    var own = profile.records().stream().filter(r -> ownsHandle(r, aside)).toList();
    var keys =
        new PersonKeys(
            profile.names(),
            alone(Dictionary.PHONE, profile, aside),
            alone(Dictionary.EMAIL, profile, aside),
            accounts.of(own).stream().map(Keyring::key).toList(),
            records(profile));
    return new Person(profile.name(), keys);
  }

  private List<String> alone(String field, Profile profile, Set<Long> aside) {
    return profile.all(field).stream()
        .filter(value -> reading.alone(new Key(field, value), aside))
        .toList();
  }

  private boolean ownsHandle(SourceRecord record, Set<Long> aside) {
    return Optional.ofNullable(record.values().get(Dictionary.HANDLE))
        .filter(handle -> reading.alone(new Key(Dictionary.HANDLE, handle), aside))
        .isPresent();
  }

  private static boolean hasPlatform(Handles.Handle account) {
    return !account.platform().isEmpty();
  }

  private static String key(Handles.Handle account) {
    return hasPlatform(account) ? account.platform() + ":" + account.handle() : account.handle();
  }

  private static List<String> records(Profile profile) {
    return profile.records().stream().map(r -> r.name().toString()).toList();
  }
}
