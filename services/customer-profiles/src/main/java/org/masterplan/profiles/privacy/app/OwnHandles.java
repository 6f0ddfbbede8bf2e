package org.masterplan.profiles.privacy.app;

import java.util.List;
import java.util.Locale;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.privacy.domain.PersonKeys;

/**
 * A person's handles, as rows write them: with a sign in front or without, with a platform in front
 * or under a column that is named after one.
 */
final class OwnHandles {
  private final List<Handle> own;
  private final List<Handle> others;

  /** A handle; {@code platform} is the plan's word for it, empty if nobody says. */
  private record Handle(String platform, String handle) {
    static Handle of(String written) {
      int colon = written.indexOf(':');
      var platform = PlatformWord.of(written.substring(0, Math.max(colon, 0)));
      return new Handle(platform, fold(written.substring(colon + 1)));
    }

    private static String fold(String handle) {
      var plain = Texts.canonical(handle).toLowerCase(Locale.ROOT);
      return plain.startsWith("@") ? plain.substring(1) : plain;
    }

    /** Where one of them does not say the platform, it may be the other's. */
    boolean isSame(Handle other) {
      return handle.equals(other.handle)
          && (platform.isEmpty() || other.platform.isEmpty() || platform.equals(other.platform));
    }
  }

  /** Those of the keys; a handle alone is not theirs where it is somebody else's. */
  OwnHandles(PersonKeys person) {
    this.own = person.handles().stream().map(Handle::of).toList();
    this.others = person.others().stream().map(Handle::of).toList();
  }

  /** Without their platforms. */
  List<String> plain() {
    return own.stream().map(Handle::handle).distinct().toList();
  }

  /** Whether a cell names one of them; one that may be either's is not taken for the person's. */
  boolean isIn(String cell) {
    var written = Handle.of(cell);
    return !written.handle().isEmpty()
        && own.stream()
            .filter(written::isSame)
            .anyMatch(h -> !h.platform().isEmpty() || others.stream().noneMatch(written::isSame));
  }
}
