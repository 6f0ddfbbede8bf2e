package org.masterplan.embeddedmongo;

import java.nio.file.Path;

/** The files are sound, and laid out as another release does it: this one cannot read them. */
public final class StoreOfOtherRelease extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path folder;
  private final int format;
  private final int expected;

  /**
   * A store that is not opened.
   *
   * @param format the number of its layout
   * @param expected the number of the layout of this release
   */
  public StoreOfOtherRelease(Path folder, int format, int expected) {
    super(
        "%s: the store was written by %s release, in format %d (expected: %d)"
            .formatted(folder, format < expected ? "an older" : "a newer", format, expected));
    this.folder = folder;
    this.format = format;
    this.expected = expected;
  }

  public Path folder() {
    return folder;
  }

  public int format() {
    return format;
  }

  public int expected() {
    return expected;
  }

  public boolean isOlder() {
    return format < expected;
  }
}
