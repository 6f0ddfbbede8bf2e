package org.masterplan.profiles.privacy.jobs;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.profiles.privacy.app.MoveRefusals;
import org.masterplan.profiles.privacy.domain.Standstill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a refused move to the log, and tells the administrators once a day for each service. */
public final class MovesAlarm implements MoveRefusals {
  private static final Logger log = LoggerFactory.getLogger(MovesAlarm.class);

  private final Tidings tidings;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * Nobody is told yet.
   *
   * @param zone in which days begin and end
   */
  public MovesAlarm(Tidings tidings, Clock clock, ZoneId zone) {
    this.tidings = tidings;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void refused(Standstill move, String reason) {
    log.warn(
        "{} refused the move of decision {} ({}), {} times now; later ones of its profiles wait,"
            + " next try {}",
        move.service(),
        move.decision(),
        reason,
        move.refusals(),
        move.next());
    var now = clock.instant();
    var occasion = "moves-refused-" + move.service() + "-" + now.atZone(zone).toLocalDate();
    var values = Map.of("service", move.service(), "status", reason);
    tidings.tell(
        new Tiding(
            new Recipient.Office(Role.ADMINISTRATOR),
            occasion,
            "NOTICE_MOVES_REFUSED",
            "",
            values,
            now));
  }
}
