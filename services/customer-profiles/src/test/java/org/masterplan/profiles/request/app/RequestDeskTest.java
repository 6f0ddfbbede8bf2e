package org.masterplan.profiles.request.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.request.app.RequestDesk.Act;
import org.masterplan.profiles.request.domain.PrivacyRequest;
import org.masterplan.profiles.request.domain.PrivacyRequest.Kind;
import org.masterplan.profiles.request.domain.PrivacyRequest.Method;
import org.masterplan.profiles.request.domain.PrivacyRequest.State;

class RequestDeskTest {
  private static final Instant NOW = PrivacyRequestsContract.NOW;
  private static final Actor LAN = officer("lan@privacy");
  private static final Actor MINH = officer("minh@privacy");

  private final TestClock clock = TestClock.at(NOW);
  private final Carried carried = new Carried();
  private final RequestDesk desk =
      new RequestDesk(
          new InMemoryPrivacyRequests(),
          name -> name,
          carried,
          new RequestDesk.Rules(PrivacyRequestsContract.LAW, () -> "r-1", clock));

  private static Actor officer(String name) {
    return new Actor(name, Set.of(Role.PRIVACY_OFFICER), Set.of(), "");
  }

  @Test
  void fulfil_isRefusedToTheSecondOfTwoOfficers_beforeAnythingIsCarriedOut() {
    var request = verified();
    carried.meanwhile =
        () -> {
          assertClaimed(() -> desk.fulfil(act(request, MINH)));
          assertClaimed(() -> desk.fulfil(act(present(), MINH)));
        };

    var fulfilled = desk.fulfil(act(request, LAN));

    assertThat(carried.by).containsExactly("lan@privacy");
    assertThat(fulfilled.state()).isEqualTo(State.FULFILLED);
    assertThat(present()).isEqualTo(fulfilled);
  }

  @Test
  void fulfil_letsNobodyDecideOtherwiseMeanwhile() {
    var request = verified();
    carried.meanwhile =
        () -> {
          assertThatThrownBy(() -> desk.refuse(act(request, MINH), "not the person"))
              .isInstanceOf(Stale.class);
          assertThatThrownBy(() -> desk.refuse(act(present(), MINH), "not the person"))
              .isInstanceOf(WrongState.class)
              .hasMessageContaining("CARRYING_OUT");
        };

    assertThat(desk.fulfil(act(request, LAN)).state()).isEqualTo(State.FULFILLED);
  }

  @Test
  void fulfil_ofARequestThatWasRefusedMeanwhile_carriesNothingOut() {
    var request = verified();
    desk.refuse(act(request, MINH), "not the person");

    assertThatThrownBy(() -> desk.fulfil(act(request, LAN))).isInstanceOf(WrongState.class);
    assertThat(carried.by).isEmpty();
  }

  @Test
  void fulfil_isTakenUpByWhoeverComesNext_onceTheInstanceIsTakenForDead() {
    var request = verified();
    carried.meanwhile = RequestDeskTest::die;
    assertThatThrownBy(() -> desk.fulfil(act(request, LAN))).isInstanceOf(AssertionError.class);
    assertThat(present().state()).isEqualTo(State.CARRYING_OUT);
    carried.meanwhile = () -> {};
    assertClaimed(() -> desk.fulfil(act(present(), MINH)));

    clock.advance(Duration.ofMinutes(2));
    assertThatThrownBy(() -> desk.fulfil(act(request, MINH))).isInstanceOf(Stale.class);
    var fulfilled = desk.fulfil(act(present(), MINH));

    assertThat(fulfilled.state()).isEqualTo(State.FULFILLED);
    assertThat(carried.by).containsExactly("lan@privacy", "minh@privacy");
  }

  private static void die() {
    throw new AssertionError("the instance died");
  }

  @Test
  void fulfil_thatFails_isGivenBack_andMadeGoodByTheSameCall() {
    var request = verified();
    carried.meanwhile =
        () -> {
          throw new Unavailable("GOVERNANCE_AWAY", Map.of("status", "UNAVAILABLE"));
        };
    assertThatThrownBy(() -> desk.fulfil(act(request, LAN))).isInstanceOf(Unavailable.class);
    assertThat(present().state()).isEqualTo(State.VERIFIED);
    carried.meanwhile = () -> {};
    assertThatThrownBy(() -> desk.fulfil(act(request, MINH))).isInstanceOf(Stale.class);

    assertThat(desk.fulfil(act(request, LAN)).state()).isEqualTo(State.FULFILLED);
  }

  @Test
  void fulfil_madeOnceMoreAfterSomethingElseWasDecided_hasToLookAgain() {
    var request = verified();
    carried.meanwhile =
        () -> {
          throw new Unavailable("GOVERNANCE_AWAY", Map.of("status", "UNAVAILABLE"));
        };
    assertThatThrownBy(() -> desk.fulfil(act(request, LAN))).isInstanceOf(Unavailable.class);
    desk.extend(act(present(), MINH), "a lawyer asks");

    assertThatThrownBy(() -> desk.fulfil(act(request, LAN))).isInstanceOf(Stale.class);
  }

  private static void assertClaimed(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(Stale.class)
        .hasMessageContaining("REQUEST_CLAIMED")
        .hasMessageContaining(NOW.toString());
  }

  private PrivacyRequest verified() {
    var wish = new PrivacyRequest.Wish(Kind.ERASURE, "profiles/a", "HS-7", NOW, "", "");
    return desk.verify(act(desk.receive(wish, LAN), LAN), Method.CALL_BACK);
  }

  private PrivacyRequest present() {
    return desk.get(new ResourceName("privacyRequests", "r-1"));
  }

  private static Act act(PrivacyRequest seen, Actor actor) {
    return new Act(seen.name(), seen.revision(), actor);
  }

  /** Notes who had something carried out, and lets something happen meanwhile. */
  private static final class Carried implements Fulfilment {
    final List<String> by = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public String carryOut(PrivacyRequest request, String actor) {
      by.add(actor);
      meanwhile.run();
      return "operations/erase-r-1";
    }

    @Override
    public boolean isBegun(PrivacyRequest request) {
      return false;
    }

    @Override
    public List<String> waiting(PrivacyRequest request) {
      return List.of();
    }
  }
}
