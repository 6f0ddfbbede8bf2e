package org.masterplan.profiles.privacy.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * Which handles are a person's alone. One of which nobody says the platform is theirs on every one
 * but those where it is known to be somebody else's; if somebody else goes by it without a platform
 * too, nobody can tell the two apart, and it is not taken.
 */
final class HandleOwners {
  private final Reading reading;
  private final Accounts accounts;

  /** The person's own, as keys have them, and where the same are others'. */
  record Sorted(List<String> own, List<OthersHandle> others) {}

  HandleOwners(Reading reading, Accounts accounts) {
    this.reading = reading;
    this.accounts = accounts;
  }

  /** {@code aside}: names of profiles that do not count, besides the person's own. */
  Sorted of(Profile profile, Collection<String> aside) {
    var besides = new ArrayList<>(aside);
    besides.addAll(profile.names());
    var own = new ArrayList<String>();
    var others = new ArrayList<OthersHandle>();
    for (var account : accounts.of(profile.records())) {
      var same = others(account, besides);
      if (same.stream().noneMatch(other -> isAmbiguous(account, other))) {
        own.add(key(account));
      }
      others.addAll(same.stream().filter(other -> concerns(account, other)).toList());
    }
    return new Sorted(own, others.stream().distinct().toList());
  }

  static String key(Handles.Handle account) {
    return account.platform().isEmpty()
        ? account.handle()
        : account.platform() + ":" + account.handle();
  }

  /** Who else goes by the handle, on whichever platform. */
  private List<OthersHandle> others(Handles.Handle account, List<String> besides) {
    var key = Key.anywhere(account.platform() + ":" + account.handle());
    var held = reading.heldByOthers(List.of(key), besides);
    if (held.isEmpty()) {
      return List.of(new OthersHandle(":" + account.handle(), ""));
    }
    var others = new ArrayList<OthersHandle>();
    held.get()
        .forEach(
            (record, profile) ->
                accounts
                    .of(List.of(record))
                    .forEach(
                        theirs ->
                            others.add(
                                new OthersHandle(
                                    theirs.platform() + ":" + theirs.handle(), profile))));
    return others;
  }

  /** Whether nobody can tell that the person's is not the other's. */
  private static boolean isAmbiguous(Handles.Handle account, OthersHandle other) {
    return !other.hasPlatform() || key(account).equals(other.handle());
  }

  /** On another platform than the person's it is nothing of theirs. */
  private static boolean concerns(Handles.Handle account, OthersHandle other) {
    return account.platform().isEmpty() || isAmbiguous(account, other);
  }
}
