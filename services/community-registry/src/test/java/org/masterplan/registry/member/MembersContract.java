package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.member.MemberFixture.COMMUNITY;
import static org.masterplan.registry.member.MemberFixture.JOINED;
import static org.masterplan.registry.member.MemberFixture.keys;
import static org.masterplan.registry.member.MemberFixture.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.registry.member.app.MemberFields;
import org.masterplan.registry.member.app.Members;
import org.masterplan.registry.member.app.Members.Move;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.member.domain.Participation;

/** What every store of members must do. Subclasses supply a fresh, empty one. */
abstract class MembersContract {
  protected abstract Members members();

  @Test
  void put_keepsWhatWasGiven_alsoTwice() {
    var members = members();
    var lan = member("lan").known("profiles/1");
    members.put(List.of(lan, member("minh")));
    members.put(List.of(lan));

    assertThat(members.find(List.of(name(lan), "communities/me-bim/members/none")))
        .containsExactly(Map.entry(name(lan), lan));
  }

  @Test
  void put_ofSomebodyUnknown_keepsWhoTheyAreKnownToBe() {
    var members = members();
    members.put(List.of(member("lan").known("profiles/1")));
    members.put(List.of(member("lan").in(Participation.WAITING)));

    var found = members.find(List.of(name(member("lan")))).get(name(member("lan")));
    assertThat(found.profile()).isEqualTo("profiles/1");
    assertThat(found.state()).isEqualTo(Participation.WAITING);
  }

  @Test
  void put_ofSomebodyWhoCameBack_forgetsThatTheyLeft() {
    var members = members();
    var left = Optional.of(JOINED.plus(Duration.ofDays(1)));
    members.put(List.of(Member.listed(COMMUNITY, keys("lan"), Optional.of(JOINED), left)));
    members.put(List.of(member("lan")));

    assertThat(members.find(List.of(name(member("lan")))).values()).containsExactly(member("lan"));
  }

  @Test
  void page_walksACommunityOnce_theNewestFirst() {
    var members = members();
    for (int i = 0; i < 5; i++) {
      var since = JOINED.plus(Duration.ofDays(i % 2));
      members.put(
          List.of(
              Member.listed(COMMUNITY, keys("m" + i), Optional.of(since), Optional.empty()),
              member("communities/other", "m" + i)));
    }
    members.put(List.of(Member.listed(COMMUNITY, keys("m9"), Optional.empty(), Optional.empty())));

    var walked = new ArrayList<Optional<java.time.Instant>>();
    Optional<Position> after = Optional.empty();
    do {
      var page = members.page(new Query(there(), MemberFields.NEWEST_FIRST, 2, after));
      page.items().forEach(m -> walked.add(m.joined()));
      after = page.next();
    } while (after.isPresent());

    assertThat(walked).hasSize(6);
    assertThat(walked.getFirst()).contains(JOINED.plus(Duration.ofDays(1)));
    assertThat(walked.getLast()).isEmpty();
  }

  @Test
  void page_filtersByStateAndProfile() {
    var members = members();
    members.put(
        List.of(member("lan").known("profiles/1"), member("minh").in(Participation.WAITING)));

    assertThat(page(members, is("WAITING")))
        .containsExactly(member("minh").in(Participation.WAITING));
    var known = new Filter.Compare(MemberFields.PROFILE, Filter.Op.HAS, new Value.Present());
    assertThat(page(members, known)).containsExactly(member("lan").known("profiles/1"));
  }

  @Test
  void joined_andWaiting_andUnknown_areToldApart() {
    var members = members();
    members.put(
        List.of(member("lan").known("profiles/1"), member("minh").in(Participation.WAITING)));

    assertThat(members.joined(COMMUNITY, "", 10)).hasSize(1);
    assertThat(members.joined(COMMUNITY, name(member("lan")), 10)).isEmpty();
    assertThat(members.waiting(COMMUNITY, 10))
        .containsExactly(member("minh").in(Participation.WAITING));
    assertThat(members.unknown("", 10)).containsExactly(member("minh").in(Participation.WAITING));
    assertThat(members.unknown(name(member("minh")), 10)).isEmpty();
  }

  @Test
  void recognise_setsAndUnsetsWhoTheyAre() {
    var members = members();
    members.put(List.of(member("lan"), member("minh").known("profiles/2")));

    members.recognise(Map.of(name(member("lan")), "profiles/1", name(member("minh")), ""));

    assertThat(members.ofProfiles(List.of("profiles/1"))).hasSize(1);
    assertThat(members.ofProfiles(List.of("profiles/2"))).isEmpty();
    assertThat(members.unknown("", 10)).containsExactly(member("minh"));
  }

  @Test
  void ofHandles_findsAHandleOnAnyPlatform() {
    var members = members();
    members.put(List.of(member("lan"), member("lan.pham")));

    assertThat(members.ofHandles(List.of("@Lan"))).containsExactly(member("lan"));
    assertThat(members.ofHandles(List.of("la."))).isEmpty();
    assertThat(members.ofHandles(List.of())).isEmpty();
  }

  @Test
  void ofTokens_findsByAnyKey() {
    var members = members();
    members.put(List.of(member("lan"), member("minh")));

    assertThat(members.ofTokens(List.of("email:lan@example.vn"))).containsExactly(member("lan"));
    assertThat(members.ofTokens(List.of("handle:facebook:minh"))).containsExactly(member("minh"));
    assertThat(members.ofTokens(List.of())).isEmpty();
  }

  @Test
  void move_isDoneOnce_andNeverByAnOlderDecision() {
    var members = members();
    members.put(List.of(member("lan").known("profiles/1")));
    var names = List.of(name(member("lan")));

    assertThat(members.move(names, new Move("profiles/1", "profiles/2", 7))).isEqualTo(1);
    assertThat(members.move(names, new Move("profiles/1", "profiles/2", 7))).isZero();
    assertThat(members.move(names, new Move("profiles/2", "profiles/1", 8))).isEqualTo(1);
    assertThat(members.move(names, new Move("profiles/1", "profiles/2", 7))).isZero();
  }

  @Test
  void erase_forgets() {
    var members = members();
    members.put(List.of(member("lan"), member("minh")));

    assertThat(members.erase(List.of(name(member("lan"))))).isEqualTo(1);
    assertThat(members.erase(List.of(name(member("lan"))))).isZero();
    assertThat(members.erase(List.of())).isZero();
    assertThat(members.joined(COMMUNITY, "", 10)).containsExactly(member("minh"));
  }

  @Test
  void counts_sayHowManyTakePart_andHowManyAreKnown() {
    var members = members();
    members.put(
        List.of(
            member("lan").known("profiles/1"),
            member("minh"),
            member("hoa").in(Participation.WAITING),
            member("communities/other", "lan")));
    members.recount(COMMUNITY);
    members.recount(COMMUNITY);

    assertThat(members.counts(List.of())).containsExactly(new Members.Count(COMMUNITY, 2, 1));
    assertThat(members.counts(List.of("communities/other"))).isEmpty();
  }

  private static List<Member> page(Members members, Filter filter) {
    var both = new Filter.And(List.of(there(), filter));
    return members.page(new Query(both, MemberFields.NEWEST_FIRST, 10, Optional.empty())).items();
  }

  private static Filter there() {
    return new Filter.Compare(MemberFields.COMMUNITY, Filter.Op.EQ, new Value.Text(COMMUNITY));
  }

  private static Filter is(String state) {
    return new Filter.Compare(MemberFields.STATE, Filter.Op.EQ, new Value.Text(state));
  }

  private static String name(Member member) {
    return member.name().toString();
  }
}
