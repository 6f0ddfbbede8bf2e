package org.masterplan.profiles.export.app;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.identity.domain.ProfileId;

/**
 * Writes down every file of people that leaves: who takes it, when, what for, and whom it holds
 * before they leave, so that nobody is in a file that cannot be recalled.
 */
public final class HandingOut {
  private final Exports exports;
  private final Supplier<String> ids;
  private final Clock clock;

  public HandingOut(Exports exports, Supplier<String> ids, Clock clock) {
    this.exports = exports;
    this.ids = ids;
    this.clock = clock;
  }

  /** A file in which people are as they come, in any order and more than once. */
  public final class Leaving {
    private final String export;
    private final LongIndex seen = new LongIndex();

    private Leaving(String export) {
      this.export = export;
    }

    /** These leave next, at most 1,000; to be said before they do. */
    public void hold(List<Exports.Held> people) {
      exports.hold(export, people);
      people.forEach(each -> ProfileId.read(each.profile()).ifPresent(seen::add));
    }

    private ProfileExport.Count count() {
      return ProfileExport.Count.of(seen.size());
    }
  }

  /** Writes a file; where that fails the file is broken off, and what was sent has left. */
  public ProfileExport run(ProfileExport.Asked asked, Consumer<Leaving> file) {
    var export = begin(asked);
    var leaving = new Leaving(export.name().id());
    boolean sent = false;
    ProfileExport ended;
    try {
      file.accept(leaving);
      sent = true;
    } finally {
      ended = end(export, sent, leaving.count());
    }
    return ended;
  }

  ProfileExport begin(ProfileExport.Asked asked) {
    var export = ProfileExport.begin(ids.get(), asked, clock.instant());
    exports.add(export, entry(export, "PROFILES_EXPORTED"));
    return export;
  }

  ProfileExport end(ProfileExport export, boolean sent, ProfileExport.Count count) {
    var now = clock.instant();
    var ended = sent ? export.complete(count, now) : export.breakOff(count, now);
    exports.replace(ended, entry(ended, "PROFILES_EXPORT_ENDED"));
    return ended;
  }

  private AuditEntry entry(ProfileExport export, String act) {
    var asked = export.asked();
    return new AuditEntry(clock.instant(), asked.by(), act, fields(asked), asked.purpose());
  }

  private static List<String> fields(ProfileExport.Asked asked) {
    return switch (asked.contents().kind()) {
      case PROFILES -> List.of("profiles");
      case CROSSWALK -> List.of("records");
      case GIVE_BACK -> List.of("values");
    };
  }
}
