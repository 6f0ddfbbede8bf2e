package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;
import static org.masterplan.registry.member.MemberFixture.COMMUNITY;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.feed.Follower;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.platform.text.TextCatalogue;
import org.masterplan.registry.community.CommunityFixture;
import org.masterplan.registry.community.InMemoryCommunities;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.Purpose;
import org.masterplan.registry.member.app.MemberHoldings;
import org.masterplan.registry.member.app.MemberImport;
import org.masterplan.registry.member.app.People;
import org.masterplan.registry.member.app.Recognition;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.member.domain.Participation;
import org.masterplan.registry.member.jobs.ProfileFeed;

class MemberImportTest {
  InMemoryCommunities communities = new InMemoryCommunities();
  InMemoryMembers members = new InMemoryMembers();
  InMemorySeats seats = new InMemorySeats();
  InMemoryPeople people = new InMemoryPeople();
  InMemoryErased erased = new InMemoryErased();
  Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  List<String> acts = new ArrayList<>();
  MemberImport imports =
      new MemberImport(
          new MemberImport.Stores(communities, members, seats, people, erased),
          (resource, entry) -> acts.add(entry.act()),
          clock,
          ZoneId.of("Asia/Ho_Chi_Minh"));
  List<Row.Bad> rejected = new ArrayList<>();

  @BeforeEach
  void community() {
    var name = CommunityFixture.name("me-bim");
    communities.add(COMMUNITY, Community.register(name, CommunityFixture.draft(), NOW), ENTRY);
    communities.add("communities/insight", insight(), ENTRY);
  }

  private static Community insight() {
    var draft = CommunityFixture.draft("Nhóm lắng nghe");
    var intent = draft.intent();
    var listening =
        new Intent(
            Optional.of(Purpose.INSIGHT),
            intent.objective(),
            intent.serves(),
            intent.segments(),
            intent.productLines(),
            intent.answers());
    return Community.register(
        CommunityFixture.name("insight"),
        new Community.Draft(draft.title(), draft.place(), listening, draft.holding(), 0),
        NOW);
  }

  @Test
  void import_twice_givesOneResult() {
    people.byHandle.put("lan", "profiles/1");
    var rows = List.of(row(2, "lan", "01/03/2025"), row(3, "minh", "2025-03-02"));

    var first = take(COMMUNITY, rows);
    var second = take(COMMUNITY, rows);

    assertThat(first.rows().imported()).isEqualTo(2);
    assertThat(first.known()).isEqualTo(1);
    assertThat(first.unknown()).isEqualTo(1);
    assertThat(second.rows().imported()).isZero();
    assertThat(second.rows().unchanged()).isEqualTo(2);
    assertThat(members.counts(List.of()).getFirst().listed()).isEqualTo(2);
    assertThat(acts).containsExactly("MEMBERS_IMPORTED", "MEMBERS_IMPORTED");
  }

  @Test
  void import_keepsGoodRows_andSaysWhyOthersAreNot() {
    var outcome =
        take(
            COMMUNITY,
            List.of(
                row(2, "lan", "2025-03-01"),
                new Row.Good(3, Map.of("joined", "2025-03-01")),
                new Row.Good(4, Map.of("handle", "a", "email", "không phải")),
                new Row.Good(5, Map.of("handle", "b", "phone", "12")),
                new Row.Good(6, Map.of("record", "12345")),
                row(7, "c", "hôm qua"),
                row(8, "d", "2031-01-01"),
                new Row.Good(
                    9, Map.of("handle", "e", "joined", "2025-02-02", "left", "2025-02-01")),
                new Row.Good(10, Map.of("handle", "f".repeat(201)))));

    assertThat(outcome.rows().imported()).isEqualTo(1);
    assertThat(rejected)
        .extracting(Row.Bad::reason)
        .containsExactly(
            "MEMBER_WITHOUT_KEY",
            "EMAIL_FORMAT",
            "PHONE_FORMAT",
            "RECORD_FORMAT",
            "MEMBER_TIME_FORMAT",
            "MEMBER_TIME_TO_COME",
            "LEFT_BEFORE_JOINED",
            "HANDLE_LENGTH");
    assertThat(rejected).allMatch(r -> TextCatalogue.shared().knows(r.reason()));
  }

  @Test
  void import_findsTheSamePhone_inEveryNotation() {
    var notations = List.of("0912 345 678", "+84 912.345.678", "84912345678", "912345678");
    var rows =
        IntStream.range(0, 4)
            .mapToObj(i -> new Row.Good(i + 2, Map.of("phone", notations.get(i))))
            .toList();

    var outcome = take(COMMUNITY, rows);

    assertThat(outcome.rows().imported()).isEqualTo(1);
    assertThat(outcome.rows().unchanged()).isEqualTo(3);
    assertThat(members.joined(COMMUNITY, "", 9).getFirst().keys().phone())
        .isEqualTo("+84912345678");
  }

  @Test
  void import_inWhateverOrder_knowsWhoLeft_andWhoCameBack() {
    var gone =
        new Row.Good(2, Map.of("handle", "lan", "joined", "2025-01-01", "left", "2025-06-01"));
    take(COMMUNITY, List.of(gone));
    take(COMMUNITY, List.of(row(2, "lan", "2025-01-01")));
    assertThat(state("lan")).isEqualTo(Participation.LEFT);

    take(COMMUNITY, List.of(row(2, "lan", "2025-09-01")));
    assertThat(state("lan")).isEqualTo(Participation.JOINED);
  }

  @Test
  void import_whileProfilesAreAway_leavesMembersUnknown_untilTheyAreAskedForAgain() {
    people.away = true;
    people.byHandle.put("lan", "profiles/1");
    var outcome = take(COMMUNITY, List.of(row(2, "lan", "2025-01-01")));
    assertThat(outcome.unknown()).isEqualTo(1);

    people.away = false;
    var recognition = new Recognition(members, people);

    assertThat(recognition.revisit()).isEqualTo(1);
    assertThat(members.ofProfiles(List.of("profiles/1"))).hasSize(1);
    assertThat(members.counts(List.of()).getFirst().known()).isEqualTo(1);
  }

  @Test
  void follow_movesMembersOfAMerge_andOfASplit_andForgetsWhoIsGone() {
    people.byHandle.putAll(Map.of("lan", "profiles/1", "minh", "profiles/2", "hoa", "profiles/3"));
    take(COMMUNITY, List.of(row(2, "lan", ""), row(3, "minh", ""), row(4, "hoa", "")));
    var recognition = new Recognition(members, people);
    people.byHandle.clear();
    people.byHandle.put("minh", "profiles/9");
    people.changes.add(new People.Change("profiles/1", "profiles/7", false, 1));
    people.changes.add(new People.Change("profiles/2", "", false, 2));
    people.changes.add(new People.Change("profiles/3", "", true, 3));
    var feed = feed(recognition);
    recognition.revisit();

    feed.changes("", 500).items().forEach(feed::apply);

    assertThat(profile("lan")).isEqualTo("profiles/7");
    assertThat(profile("minh")).isEqualTo("profiles/9");
    assertThat(profile("hoa")).isEmpty();
    assertThat(recognition.isDue()).isTrue();
    assertThat(feed.changes("3", 500).items()).isEmpty();
  }

  @Test
  void follow_findsAChangeThatWasLost_withinAnHour_andMendsIt() {
    people.byHandle.put("lan", "profiles/1");
    take(COMMUNITY, List.of(row(2, "lan", "")));
    var clock = TestClock.at(NOW);
    var database = MongoTestServer.database("lost_changes");
    var leasing = new Leasing(new MongoLeases(database, clock), "a", Duration.ofMinutes(1), clock);
    var follower = new Follower(feed(new Recognition(members, people)), database, clock);
    people.changes.add(new People.Change("profiles/1", "", false, 1));
    leasing.run("feed", follower::catchUp);
    people.byHandle.clear();
    people.lost.add(new People.Change("profiles/1", "profiles/7", false, 2));
    clock.advance(Duration.ofMinutes(30));
    leasing.run("feed", follower::catchUp);
    assertThat(profile("lan")).isEqualTo("profiles/1");

    clock.advance(Duration.ofMinutes(31));
    leasing.run("feed", follower::catchUp);

    assertThat(profile("lan")).isEqualTo("profiles/7");
    assertThat(follower.differing()).isZero();
  }

  private ProfileFeed feed(Recognition recognition) {
    return new ProfileFeed(people, recognition, new InMemorySeenProfiles(), people::digest);
  }

  @Test
  @Tag("cap-43")
  void cap043_import_intoAnInsightCommunity_letsMember401Wait() {
    var rows =
        IntStream.rangeClosed(1, 401).mapToObj(i -> row(i + 1, "m" + i, "2025-01-01")).toList();

    var outcome = take("communities/insight", rows);
    assertThat(outcome.waiting()).isEqualTo(1);
    assertThat(members.joined("communities/insight", "", 1000)).hasSize(400);

    // A place becomes free: whoever waits longest has it.
    take(
        "communities/insight",
        List.of(
            new Row.Good(2, Map.of("handle", "m7", "joined", "2025-01-01", "left", "2025-02-01"))));
    assertThat(members.joined("communities/insight", "", 1000)).hasSize(400);
    assertThat(members.waiting("communities/insight", 10)).isEmpty();
  }

  @Test
  @Tag("cap-43")
  void cap043_import_holdsTheCapUnderAHundredConcurrentLists() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var lists =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              take(
                                  "communities/insight",
                                  IntStream.range(0, 5)
                                      .mapToObj(j -> row(j + 2, "m" + (i * 5 + j), "2025-01-01"))
                                      .toList())))
              .toList();
      for (var list : lists) {
        list.get();
      }
    }

    assertThat(members.joined("communities/insight", "", 1000)).hasSize(400);
    assertThat(members.waiting("communities/insight", 1000)).hasSize(100);
  }

  @Test
  void mayImport_refusesAnotherUnit_andAnUnknownCommunity() {
    var other = new Actor("unit-b", Set.of(Role.BUSINESS_UNIT), Set.of("beverages"), "");
    var data = new Actor("data", Set.of(Role.DATA_TEAM), Set.of(), "");

    assertThatThrownBy(() -> imports.mayImport(COMMUNITY, other)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> imports.mayImport("communities/none", CMO))
        .isInstanceOf(NotFound.class);
    assertThat(imports.mayImport(COMMUNITY, data).title()).isNotEmpty();
  }

  @Test
  void erase_forgetsEveryMembership_andFreesThePlace() {
    people.byHandle.put("m1", "profiles/1");
    var rows =
        IntStream.rangeClosed(1, 401).mapToObj(i -> row(i + 1, "m" + i, "2025-01-01")).toList();
    take("communities/insight", rows);
    var holdings =
        new MemberHoldings(
            new MemberImport.Stores(communities, members, seats, people, erased),
            (resource, entry) -> acts.add(entry.act()),
            clock);
    var person = new MemberHoldings.Person(List.of("profiles/1"), List.of("email:x@example.vn"));

    assertThat(holdings.of(person)).hasSize(1);
    assertThat(holdings.erase(person, CMO, "requests/1")).isEqualTo(1);
    assertThat(holdings.erase(person, CMO, "requests/1")).isZero();
    assertThat(members.joined("communities/insight", "", 1000)).hasSize(400);
    assertThat(members.waiting("communities/insight", 10)).isEmpty();
    assertThat(acts).contains("MEMBERSHIP_ERASED");
  }

  @Test
  void erase_byAHandleAlone_leavesOthersWhoGoByIt_andNamesThem() {
    people.byHandle.put("lan", "profiles/2");
    take("communities/insight", List.of(row(1, "lan", "2025-01-01"), row(2, "minh", "2025-01-01")));
    var holdings =
        new MemberHoldings(
            new MemberImport.Stores(communities, members, seats, people, erased),
            (resource, entry) -> acts.add(entry.act()),
            clock);

    var lan = anywhere("lan", List.of());
    assertThat(holdings.of(lan)).isEmpty();
    assertThat(holdings.others(lan)).extracting(m -> m.profile()).containsExactly("profiles/2");
    assertThat(holdings.erase(anywhere("minh", List.of("facebook:minh")), CMO, "r/1")).isZero();
    assertThat(holdings.erase(anywhere("@Minh", List.of("zalo:minh")), CMO, "r/1")).isEqualTo(1);
  }

  private static MemberHoldings.Person anywhere(String handle, List<String> others) {
    return new MemberHoldings.Person(List.of("profiles/1"), List.of(), List.of(handle), others);
  }

  private MemberImport.Outcome take(String community, List<Row.Good> rows) {
    var columns = List.of("handle", "email", "phone", "record", "joined", "left");
    return imports.take(
        imports.mayImport(community, CMO),
        Rows.of(columns, rows.iterator()),
        CMO,
        new ImportTally("import", rejected::add));
  }

  private static Row.Good row(long line, String handle, String joined) {
    return new Row.Good(
        line,
        joined.isEmpty() ? Map.of("handle", handle) : Map.of("handle", handle, "joined", joined));
  }

  private Participation state(String handle) {
    return found(handle).state();
  }

  private String profile(String handle) {
    return found(handle).profile();
  }

  private Member found(String handle) {
    return members.ofTokens(List.of("handle:facebook:" + handle)).getFirst();
  }
}
