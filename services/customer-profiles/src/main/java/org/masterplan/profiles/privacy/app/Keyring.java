package org.masterplan.profiles.privacy.app;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * The keys by which services know a person. The same handle may be somebody else's on another
 * platform: it is a key on the platforms that the person's records say, and nowhere else.
 */
public final class Keyring {
  private final Reading reading;
  private final Accounts accounts;
  private final HandleOwners owners;

  /** Whom the keys are of, and what may be somebody else's. */
  public record Person(String profile, PersonKeys keys, List<OthersHandle> others) {}

  public Keyring(Reading reading, Accounts accounts) {
    this.reading = reading;
    this.accounts = accounts;
    this.owners = new HandleOwners(reading, accounts);
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
            handles.map(HandleOwners::key).toList(),
            records(profile));
    return new Person(profile.name(), keys, List.of());
  }

  /**
   * What the person is forgotten by: no contact point that others share, for a family's telephone
   * is not one person's. A handle of which no record says the platform is forgotten on each where
   * nobody else is known to go by it; nobody is shown anything by it.
   *
   * @param leaving names of profiles that are being forgotten too: what is shared with nobody else
   *     is nobody's
   */
  public Person toForget(String profileName, Collection<String> leaving) {
    var profile = reading.get(profileName);
    var aside = leaving.stream().flatMap(n -> ProfileId.read(n).stream()).collect(toSet());
    profile.names().forEach(name -> ProfileId.read(name).ifPresent(aside::remove));
    var handles = owners.of(profile, leaving);
    var keys =
        new PersonKeys(
            profile.names(),
            alone(Dictionary.PHONE, profile, aside),
            alone(Dictionary.EMAIL, profile, aside),
            handles.own(),
            records(profile));
    return new Person(profile.name(), keys, handles.others());
  }

  private List<String> alone(String field, Profile profile, Set<Long> aside) {
    return profile.all(field).stream()
        .filter(value -> reading.alone(new Key(field, value), aside))
        .toList();
  }

  private static boolean hasPlatform(Handles.Handle account) {
    return !account.platform().isEmpty();
  }

  private static List<String> records(Profile profile) {
    return profile.records().stream().map(r -> r.name().toString()).toList();
  }
}
