package org.masterplan.profiles.request.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.request.app.Fulfilment;
import org.masterplan.profiles.request.app.InMemoryPrivacyRequests;
import org.masterplan.profiles.request.app.RequestDesk;
import org.masterplan.profiles.request.domain.LawPack;
import org.masterplan.profiles.request.domain.PrivacyRequest;
import org.masterplan.profiles.request.domain.PrivacyRequest.Kind;

class RequestClocksTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
  private static final Actor OFFICER = new Actor("lan", Set.of(Role.PRIVACY_OFFICER), Set.of(), "");

  private final Map<String, Tiding> told = new LinkedHashMap<>();
  private final TestClock clock = TestClock.at(MONDAY);
  private RequestDesk desk;
  private int written;
  private RequestClocks clocks;

  @BeforeEach
  void open() throws IOException {
    var lines = Files.readAllLines(Path.of("src/main/resources/law/personal-data-vn.csv"));
    var rules = new RequestDesk.Rules(LawPack.parse(lines), () -> "r-" + ++written, clock);
    desk = new RequestDesk(new InMemoryPrivacyRequests(), name -> name, new Nothing(), rules);
    clocks = new RequestClocks(desk, t -> told.putIfAbsent(t.occasion(), t), clock);
  }

  @Test
  void look_tellsOnceBeforeAndOnceAfter_andNotOfWhatIsDone() {
    var request = receive();
    clocks.look();
    clocks.look();
    assertThat(reasons()).containsExactly("NOTICE_REQUEST_DUE");

    clock.advance(Duration.ofDays(5));
    clocks.look();
    assertThat(reasons()).containsExactly("NOTICE_REQUEST_DUE", "NOTICE_REQUEST_OVERDUE");

    desk.acknowledge(new RequestDesk.Act(request.name(), 1, OFFICER));
    clock.advance(Duration.ofDays(4));
    clocks.look();
    assertThat(told.keySet()).filteredOn(o -> o.contains("answer")).hasSize(1);

    desk.refuse(new RequestDesk.Act(request.name(), 2, OFFICER), "not the person");
    clock.advance(Duration.ofDays(9));
    clocks.look();
    assertThat(told).hasSize(3);
  }

  @Test
  void look_tellsThePrivacyOfficer_withoutAWordAboutThePerson() {
    receive();

    clocks.look();

    var tiding = told.values().iterator().next();
    assertThat(tiding.to()).isEqualTo(new Recipient.Office(Role.PRIVACY_OFFICER));
    assertThat(tiding.about()).isEqualTo("privacyRequests/r-1");
    assertThat(tiding.values()).containsEntry("reference", "HS-7");
    assertThat(tiding.occasion()).matches("[a-z0-9-]+");
  }

  @Test
  void look_tellsOfEveryRequest_howeverManyThereAre() {
    for (int i = 0; i < 1201; i++) {
      receive();
    }

    clocks.look();

    assertThat(told.values()).extracting(Tiding::about).doesNotHaveDuplicates().hasSize(1201);
  }

  private PrivacyRequest receive() {
    var wish = new PrivacyRequest.Wish(Kind.ACCESS, "", "HS-7", MONDAY, "", "");
    return desk.receive(wish, OFFICER);
  }

  private List<String> reasons() {
    return told.values().stream().map(Tiding::reason).toList();
  }

  private static final class Nothing implements Fulfilment {
    @Override
    public boolean isBegun(PrivacyRequest request) {
      return false;
    }

    @Override
    public String carryOut(PrivacyRequest request, String actor) {
      return "";
    }

    @Override
    public List<String> waiting(PrivacyRequest request) {
      return List.of();
    }
  }
}
