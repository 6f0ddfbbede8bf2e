package org.masterplan.registry.community.domain;

/** On whose ground a community stands (capability 25). */
public enum Mode {
  OWNED,
  EMPOWERED,
  JOINED;

  /** Where nobody said: our own site is owned, any other platform is empowered. */
  public static Mode of(String platform) {
    return platform.equals(Platforms.OWN_SITE) ? OWNED : EMPOWERED;
  }
}
