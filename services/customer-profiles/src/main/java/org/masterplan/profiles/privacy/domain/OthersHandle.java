package org.masterplan.profiles.privacy.domain;

/**
 * A handle that is somebody else's, where the person goes by the same one.
 *
 * @param handle {@code platform:handle}; the platform is empty if nobody says it
 * @param profile whose; empty if a crowd goes by it
 */
public record OthersHandle(String handle, String profile) {
  /** What stays of the person's handle because of it. */
  public Remainder remainder() {
    return new Remainder(handle.substring(0, handle.indexOf(':')), profile);
  }

  /** Whether somebody says on which platform. */
  public boolean hasPlatform() {
    return handle.indexOf(':') > 0;
  }
}
