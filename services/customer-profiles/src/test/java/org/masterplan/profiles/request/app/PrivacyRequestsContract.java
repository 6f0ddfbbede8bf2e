package org.masterplan.profiles.request.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.request.domain.Claim;
import org.masterplan.profiles.request.domain.LawPack;
import org.masterplan.profiles.request.domain.PrivacyRequest;
import org.masterplan.profiles.request.domain.PrivacyRequest.Kind;
import org.masterplan.profiles.request.domain.PrivacyRequest.Method;

/** What every store of requests must do. Subclasses supply a fresh, empty one. */
public abstract class PrivacyRequestsContract {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final AuditEntry ENTRY =
      new AuditEntry(NOW, "lan@privacy", "REQUEST_RECEIVED", List.of("state"), "");
  static final LawPack LAW =
      new LawPack(
          List.of(
              rule(LawPack.Limited.ACKNOWLEDGEMENT, 2),
              rule(LawPack.Limited.ANSWER, 10),
              rule(LawPack.Limited.EXTENSION, 5)));

  PrivacyRequests requests;

  protected abstract PrivacyRequests requests();

  @BeforeEach
  void fresh() {
    requests = requests();
  }

  private static LawPack.Rule rule(LawPack.Limited limited, int days) {
    return new LawPack.Rule(
        "x-1", LocalDate.EPOCH, Optional.empty(), limited, days, LawPack.Unit.DAYS, "art. 1");
  }

  static PrivacyRequest request(String id, Kind kind, String profile, Instant at) {
    var wish = new PrivacyRequest.Wish(kind, profile, "HS-" + id, at, "MARKETING", "");
    var created = new PrivacyRequest.Creation("lan@privacy", NOW);
    return PrivacyRequest.receive(new ResourceName("privacyRequests", id), wish, LAW, created);
  }

  static PrivacyRequest request(String id) {
    return request(id, Kind.ERASURE, "profiles/" + id, NOW);
  }

  @Test
  void find_returnsWhatWasAdded() {
    requests.add(request("a"), ENTRY);
    requests.add(request("b", Kind.ACCESS, "", NOW), ENTRY);

    assertThat(requests.find("a")).contains(request("a"));
    assertThat(requests.find("b")).contains(request("b", Kind.ACCESS, "", NOW));
    assertThat(requests.find("c")).isEmpty();
    assertThatThrownBy(() -> requests.add(request("a"), ENTRY)).isInstanceOf(AlreadyExists.class);
  }

  @Test
  void replace_keepsEveryStep_andLetsOnlyOneOfTwoWritersWin() {
    requests.add(request("a"), ENTRY);
    var steps = new ArrayList<PrivacyRequest>();
    steps.add(request("a").acknowledge(NOW));
    steps.add(steps.getLast().verify(Method.CALL_BACK, "lan@privacy", NOW));
    steps.add(steps.getLast().extend("a lawyer asks", LAW, NOW));
    steps.add(steps.getLast().claim(new Claim("lan@privacy", NOW, 4)));
    steps.add(steps.getLast().release(NOW));
    steps.add(steps.getLast().claim(new Claim("minh@privacy", NOW, 6)));
    steps.add(steps.getLast().fulfil("operations/e-1", NOW));
    steps.add(steps.getLast().answer("all is erased", NOW));

    for (var step : steps) {
      requests.replace(step, ENTRY);
      assertThat(requests.find("a")).contains(step);
    }
    assertThatThrownBy(() -> requests.replace(steps.getLast(), ENTRY)).isInstanceOf(Stale.class);
  }

  @Test
  void list_isByWhatIsDueFirst_andFilters() {
    requests.add(request("late", Kind.ACCESS, "profiles/1", NOW.minus(Duration.ofDays(9))), ENTRY);
    requests.add(request("new"), ENTRY);
    requests.add(request("over"), ENTRY);
    requests.replace(request("over").refuse("not the person", NOW), ENTRY);

    assertThat(ids(new Filter.All())).containsExactly("late", "new", "over");
    var open = new Filter.Compare(RequestFields.OPEN, Filter.Op.EQ, new Value.Bool(true));
    assertThat(ids(open)).containsExactly("late", "new");
    var access = new Filter.Compare(RequestFields.KIND, Filter.Op.EQ, new Value.Text("ACCESS"));
    assertThat(ids(access)).containsExactly("late");
    var due =
        new Filter.Compare(
            RequestFields.DUE_TIME, Filter.Op.LT, new Value.Time(NOW.plus(Duration.ofDays(3))));
    assertThat(ids(due)).containsExactly("late");
  }

  private List<String> ids(Filter filter) {
    var query = new Query(filter, RequestFields.DEFAULT, 10, Optional.empty());
    return requests.list(query).items().stream().map(r -> r.name().id()).toList();
  }

  @Test
  void dueBefore_looksAtTheFirstClockThatRuns_ofOpenRequests() {
    requests.add(request("a"), ENTRY);
    requests.add(request("told"), ENTRY);
    requests.replace(request("told").acknowledge(NOW), ENTRY);
    requests.add(request("refused"), ENTRY);
    requests.replace(request("refused").refuse("not the person", NOW), ENTRY);

    assertThat(due(Duration.ofDays(1))).isEmpty();
    assertThat(due(Duration.ofDays(4))).containsExactly("a");
    assertThat(due(Duration.ofDays(20))).containsExactly("a", "told");
    assertThat(requests.dueBefore(NOW.plus(Duration.ofDays(20)), Optional.empty(), 1)).hasSize(1);
  }

  private List<String> due(Duration within) {
    return requests.dueBefore(NOW.plus(within), Optional.empty(), 10).stream()
        .map(r -> r.name().id())
        .toList();
  }

  @Test
  void dueBefore_goesOnAfterTheLastOfThePartBefore_alsoWhereTwoAreDueAtOnce() {
    requests.add(request("c", Kind.ACCESS, "", NOW.minus(Duration.ofDays(1))), ENTRY);
    requests.add(request("b"), ENTRY);
    requests.add(request("a"), ENTRY);
    requests.add(request("d"), ENTRY);

    var found = new ArrayList<String>();
    var until = NOW.plus(Duration.ofDays(20));
    var part = requests.dueBefore(until, Optional.empty(), 1);
    while (!part.isEmpty()) {
      found.add(part.getLast().name().id());
      part = requests.dueBefore(until, Optional.of(part.getLast()), 1);
    }

    assertThat(found).containsExactly("c", "a", "b", "d");
  }

  @Test
  void about_findsWhatWasAskedAboutAnyOfTheProfiles_oldestFirst() {
    requests.add(request("b", Kind.ACCESS, "profiles/1", NOW), ENTRY);
    requests.add(request("a", Kind.ERASURE, "profiles/2", NOW.minusSeconds(9)), ENTRY);
    requests.add(request("c", Kind.ACCESS, "", NOW), ENTRY);

    assertThat(requests.about(List.of("profiles/1", "profiles/2")))
        .extracting(r -> r.name().id())
        .containsExactly("a", "b");
    assertThat(requests.about(List.of())).isEmpty();
  }
}
