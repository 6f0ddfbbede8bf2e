package org.masterplan.abandonment.grpc;

import java.util.Locale;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.abandonment.v1.GhostShip;
import org.masterplan.platform.page.Etags;

/** Health as messages. */
final class HealthProtos {
  private HealthProtos() {}

  static org.masterplan.abandonment.v1.Health health(Health health, Locale locale) {
    var judgement = health.judgement();
    var community = "communities/" + health.community();
    var message =
        org.masterplan.abandonment.v1.Health.newBuilder()
            .setName(community + "/health")
            .setCommunity(community)
            .setState(state(judgement.state()))
            .setStateTime(Wire.timestamp(health.stateTime()))
            .setBasis(basis(judgement.basis()))
            .addAllReasons(PeopleProtos.reasons(judgement.reasons(), locale))
            .setRescueCase(rescueCase(health))
            .setEvaluateTime(Wire.timestamp(health.evaluated()))
            .setEtag(Etags.of(health.revision()));
    addProbabilities(judgement, message);
    addTimes(judgement, message);
    var attendance = health.attendance();
    if (attendance != null) {
      message.setActivity(PeopleProtos.attendance(attendance, true).setCommunity(community));
    }
    return message.build();
  }

  static GhostShip ghostShip(Health health, Locale locale) {
    var judgement = health.judgement();
    var registered = health.registered();
    var message =
        GhostShip.newBuilder()
            .setCommunity("communities/" + health.community())
            .setTitle(registered.title())
            .setState(state(judgement.state()))
            .setStateTime(Wire.timestamp(health.stateTime()))
            .addAllReasons(PeopleProtos.reasons(judgement.reasons(), locale))
            .setLastOwner(registered.owner())
            .setBusinessUnit(registered.businessUnit())
            .setRescueCase(rescueCase(health));
    if (health.aboard() != null) {
      message.setAboard(PeopleProtos.aboard(health.aboard()));
    }
    if (judgement.abandoned() != null) {
      message.setAbandoned365(PeopleProtos.estimate(judgement.abandoned().days365()));
    }
    if (judgement.lastActive() != null) {
      message.setLastActiveTime(Wire.timestamp(judgement.lastActive()));
    }
    return message.build();
  }

  private static void addProbabilities(
      Judgement judgement, org.masterplan.abandonment.v1.Health.Builder message) {
    var abandoned = judgement.abandoned();
    if (abandoned != null) {
      message
          .setAbandoned90(PeopleProtos.estimate(abandoned.days90()))
          .setAbandoned365(PeopleProtos.estimate(abandoned.days365()));
    }
  }

  private static void addTimes(
      Judgement judgement, org.masterplan.abandonment.v1.Health.Builder message) {
    var days = judgement.days();
    days.all().ifPresent(message::setSilentDays);
    days.hosts().ifPresent(message::setOwnerSilentDays);
    days.members().ifPresent(message::setMemberSilentDays);
    days.usual().ifPresent(message::setUsualSilenceDays);
    if (judgement.observedUntil() != null) {
      message.setObservedUntil(Wire.timestamp(judgement.observedUntil()));
    }
    if (judgement.orphanTime() != null) {
      message.setOrphanTime(Wire.timestamp(judgement.orphanTime()));
    }
  }

  private static String rescueCase(Health health) {
    return health.rescueCase().isEmpty() ? "" : "rescueCases/" + health.rescueCase();
  }

  private static org.masterplan.abandonment.v1.Health.State state(Judgement.State state) {
    return switch (state) {
      case NOT_OBSERVED -> org.masterplan.abandonment.v1.Health.State.NOT_OBSERVED;
      case ALIVE -> org.masterplan.abandonment.v1.Health.State.ALIVE;
      case FADING -> org.masterplan.abandonment.v1.Health.State.FADING;
      case GHOST_SHIP -> org.masterplan.abandonment.v1.Health.State.GHOST_SHIP;
      case ORPHANED -> org.masterplan.abandonment.v1.Health.State.ORPHANED;
    };
  }

  private static org.masterplan.abandonment.v1.Health.Basis basis(Judgement.Basis basis) {
    return switch (basis) {
      case NOTHING_OBSERVED -> org.masterplan.abandonment.v1.Health.Basis.NOTHING_OBSERVED;
      case USUAL_RHYTHM -> org.masterplan.abandonment.v1.Health.Basis.USUAL_RHYTHM;
      case OWN_RHYTHM -> org.masterplan.abandonment.v1.Health.Basis.OWN_RHYTHM;
      case HOST_RHYTHM -> org.masterplan.abandonment.v1.Health.Basis.HOST_RHYTHM;
    };
  }
}
