package org.masterplan.demo;

import java.time.LocalDate;

/**
 * How busy a community is on a day, 1 being its usual measure.
 *
 * @param since days before now at which its fate turned
 * @param until days before now at which a revived one came back
 */
record Rhythm(Standing standing, int since, int until) {

  static Rhythm of(World world, Community community) {
    Draw draw = Draw.of(world.seed(), "fate", community.number(), 0);
    int since =
        switch (community.standing()) {
          case ABANDONED -> draw.between(150, 700);
          case ORPHAN_GHOST -> draw.between(150, 232);
          case FADING -> draw.between(300, 450);
          case REVIVED -> draw.between(520, 700);
          case OWNER_SILENT -> draw.between(90, 240);
          case ORPHAN_ALIVE -> 232;
          case ALIVE, MAINTENANCE, BROADCAST, TET, SCHOOL, OWNER_LEFT, NOT_OBSERVED -> 0;
        };
    return new Rhythm(community.standing(), since, draw.between(60, 200));
  }

  double at(LocalDate day, int daysAgo) {
    return switch (standing) {
      case ALIVE, BROADCAST, ORPHAN_ALIVE, OWNER_LEFT, OWNER_SILENT, NOT_OBSERVED -> 1;
      case MAINTENANCE -> 0.25;
      case ABANDONED, ORPHAN_GHOST -> Math.clamp((daysAgo - since) / 120.0, 0, 1);
      case FADING -> daysAgo > since ? 1 : 0.2 + 0.8 * daysAgo / since;
      case TET -> Season.tet(day) ? 4 : 0.1;
      case SCHOOL -> Season.school(day) ? 4 : 0.1;
      case REVIVED -> daysAgo > since ? 0.8 : daysAgo > until ? 0 : 0.9;
    };
  }
}
