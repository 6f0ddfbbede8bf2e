package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.Word;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.identity.engine.MadeUp;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Stratum;
import org.masterplan.profiles.review.domain.Verdict;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class SearchingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Identity.Steward MINH = new Identity.Steward("minh", "papers");

  private final InMemoryReviews reviews = new InMemoryReviews();
  private final InMemorySearches searches = new InMemorySearches();
  private StoredProfiles stored;
  private Searching searching;

  @BeforeEach
  void open() {
    on(new StoredProfiles("searching"));
  }

  private void on(StoredProfiles profiles) {
    stored = profiles;
    var share = new Searching.Share(0, Clock.systemUTC());
    searching = new Searching(reviews, searches, stored.identity, stored.records, share);
  }

  private SourceRecord load(String source, String id, String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    var origin = new SourceRecord.Origin("profiles-1", 2, NOW, NOW);
    var content = new SourceRecord.Content(values, values);
    var record =
        new SourceRecord(
            stored.numbers.incrementAndGet(), new RecordName(source, id), 1, content, origin);
    stored.records.store(List.of(record));
    stored.identity.resolve(List.of(record), "loader");
    return record;
  }

  private List<Review> found() {
    var found = new ArrayList<Review>();
    reviews.each(new Filter.All(), found::add);
    return found;
  }

  private Map<Pair, Kind> kinds() {
    var kinds = new HashMap<Pair, Kind>();
    found().stream()
        .filter(review -> review.state() == Review.State.OPEN)
        .forEach(review -> kinds.put(review.pair(), review.finding().kind()));
    return kinds;
  }

  private static Pair pair(SourceRecord one, SourceRecord other) {
    return Pair.of(one.number(), other.number());
  }

  @Test
  void search_findsOneProfileWhoseRecordsContradict() {
    var one =
        load("crm", "1", "fullName", "Lê An", "phone", "+84912345678", "birthDate", "1980-01-02");
    var other =
        load("shop", "2", "fullName", "Lê An", "phone", "+84912345678", "birthDate", "1999-03-04");

    searching.search("a", "lan", 0);

    assertThat(kinds()).isEqualTo(Map.of(pair(one, other), Kind.CONTRADICTING));
    assertThat(found().getFirst().finding().sources()).containsExactly("crm", "shop");
    assertThat(found().getFirst().finding().probability()).isEmpty();
  }

  @Test
  void search_findsTwoProfilesThatShareANumber_underOtherNames() {
    var one = load("crm", "1", "fullName", "Lê An", "phone", "+84912345678");
    var other = load("crm", "2", "fullName", "Trần Bình", "phone", "+84912345678");
    load("crm", "3", "fullName", "Phạm Quân", "phone", "+84900000000");

    searching.search("a", "lan", 0);

    assertThat(kinds()).isEqualTo(Map.of(pair(one, other), Kind.SHARING));
  }

  @Test
  void search_findsNamesakesOfOneBirthDate() {
    var one =
        load(
            "crm",
            "1",
            "fullName",
            "Lê Văn An",
            "phone",
            "+84912345678",
            "birthDate",
            "1980-01-02");
    var other =
        load("shop", "2", "fullName", "LE VAN AN", "email", "an@x.vn", "birthDate", "1980-01-02");
    load("shop", "3", "fullName", "Lê Văn An", "email", "other@x.vn", "birthDate", "1981-01-02");

    searching.search("a", "lan", 0);

    assertThat(kinds()).isEqualTo(Map.of(pair(one, other), Kind.NAMESAKES));
  }

  @Test
  void search_findsAProfileThatHangsTogetherLoosely_andItsLoosestPair() {
    var one = load("crm", "1", "fullName", "Lê Văn An", "phone", "+84912345678");
    load("crm", "2", "fullName", "Lê Văn An", "phone", "+84912345678", "email", "an@x.vn");
    var last = load("crm", "3", "fullName", "An", "email", "an@x.vn");

    searching.search("a", "lan", 0);

    assertThat(kinds()).isEqualTo(Map.of(pair(one, last), Kind.LOOSE));
    assertThat(found().getFirst().finding().urgency()).isEqualTo(33);
  }

  @Test
  void search_ofACrowdUnderOneNumber_asksNothing() {
    for (int i = 0; i < 9; i++) {
      load("crm", "c" + i, "fullName", "Người " + (char) ('a' + i), "phone", "+84912345678");
    }

    searching.search("a", "lan", 0);

    assertThat(kinds()).doesNotContainValue(Kind.SHARING);
  }

  @Test
  void search_again_closesWhatIsNotThereAnyMore_andOpensItOnceItIs() {
    var one = load("crm", "1", "fullName", "Lê An", "phone", "+84912345678");
    var other = load("crm", "2", "fullName", "Trần Bình", "phone", "+84912345678");
    searching.search("a", "lan", 0);
    long otherProfile = stored.identity.<Long>ask(r -> r.profileOf(other.number()));
    long profile = stored.identity.<Long>ask(r -> r.profileOf(one.number()));

    stored.identity.merge(List.of(ProfileId.name(profile), ProfileId.name(otherProfile)), MINH);
    searching.search("b", "lan", 0);

    assertThat(found()).extracting(Review::state).containsExactly(Review.State.PASSED);

    stored.identity.say(one.number(), other.number(), new Word(Said.NOTHING, true), MINH);
    searching.search("c", "lan", 0);

    assertThat(found()).extracting(Review::state).containsExactly(Review.State.OPEN);
  }

  @Test
  void search_again_leavesWhatAStewardHasDecided() {
    var one = load("crm", "1", "fullName", "Lê An", "phone", "+84912345678");
    var other = load("crm", "2", "fullName", "Trần Bình", "phone", "+84912345678");
    searching.search("a", "lan", 0);
    var deciding = new Deciding(reviews, stored.identity, stored.projection, Clock.systemUTC());
    var decided =
        deciding.decide(
            pair(one, other), Verdict.DIFFERENT, new Deciding.Act("lan", 1, "two brothers"));

    searching.search("b", "lan", 0);

    assertThat(found()).containsExactly(decided);
  }

  @Test
  void search_draws_someOfEachStratum_andKeepsThemUntilTheNextDraw() {
    for (int i = 0; i < 30; i++) {
      var phone = "+8491234%04d".formatted(i);
      load("crm", "a" + i, "fullName", "Lê An " + (char) ('a' + i), "phone", phone);
      load("shop", "b" + i, "fullName", "Lê An " + (char) ('a' + i), "phone", phone);
      load("web", "c" + i, "fullName", "Trần Quý Bình", "phone", phone);
    }

    var search = searching.search("a", "lan", 20);

    assertThat(search.pairs()).containsEntry(Stratum.LINKED, 30L);
    assertThat(search.pairs()).containsEntry(Stratum.APART_SHARING, 60L);
    assertThat(search.drawn().get(Stratum.LINKED)).hasSize(10).doesNotHaveDuplicates();
    assertThat(search.drawn().get(Stratum.APART_SHARING)).hasSize(10).doesNotHaveDuplicates();
    assertThat(sampled()).hasSize(20);

    searching.search("b", "lan", 0);

    assertThat(sampled()).hasSize(20);
    assertThat(searches.latestSample()).contains(search);
  }

  private List<Review> sampled() {
    return found().stream()
        .filter(review -> review.finding().sampled() && review.state() == Review.State.OPEN)
        .toList();
  }

  @Test
  void search_ofManyProfiles_asksForNewerWeightsSomeTimesOnly() {
    var asked = new AtomicInteger();
    on(new StoredProfiles("searching-often", (_, _) -> counting(asked)));
    for (int i = 0; i < 30; i++) {
      var name = "Lê Văn " + (char) ('A' + i % 26) + (char) ('a' + i / 26);
      var phone = "+8491234%04d".formatted(i);
      load("crm", "a" + i, "fullName", name, "phone", phone);
      load("crm", "b" + i, "fullName", name, "phone", phone, "email", "x" + i + "@x.vn");
      load("crm", "c" + i, "fullName", name, "email", "x" + i + "@x.vn");
    }
    asked.set(0);

    searching.search("a", "lan", 0);

    assertThat(kinds()).containsValue(Kind.LOOSE).hasSize(30);
    assertThat(asked.get()).isBetween(1, 3);
  }

  /** Matches exactly, and counts how often it is asked. */
  private static Matching counting(AtomicInteger asked) {
    var exact = new ExactMatching();
    return (Matching)
        Proxy.newProxyInstance(
            Matching.class.getClassLoader(),
            new Class<?>[] {Matching.class},
            (_, method, arguments) -> {
              if (method.getName().equals("newer")) {
                asked.incrementAndGet();
              }
              return method.invoke(exact, arguments);
            });
  }

  @Test
  void keepUp_looksOnlyWhereSomethingWasDecidedSince() {
    load("crm", "1", "fullName", "Lê An", "phone", "+84912345678");
    searching.keepUp("a", "itself");
    var first = searches.latest();

    searching.keepUp("b", "itself");
    assertThat(searches.latest()).isEqualTo(first);

    load("crm", "2", "fullName", "Trần Bình", "phone", "+84912345678");
    searching.keepUp("c", "itself");
    assertThat(searches.latest().orElseThrow().id()).isEqualTo("c");
  }

  @Test
  void wanted_isTwoForAboutTheShare_andAlwaysForTheSamePairs() {
    var share = new Searching.Share(10, Clock.systemUTC());
    int twice = 0;
    for (long n = 1; n <= 10_000; n++) {
      int wanted = share.wanted(new Pair(n * 7919, n * 7919 + 1));
      assertThat(share.wanted(new Pair(n * 7919, n * 7919 + 1))).isEqualTo(wanted);
      twice += wanted == 2 ? 1 : 0;
    }

    assertThat(twice).isBetween(850, 1150);
    assertThat(new Searching.Share(0, Clock.systemUTC()).wanted(new Pair(1, 2))).isEqualTo(1);
  }

  @Test
  void search_byTheEngine_asksAboutWhatItDoubts_mostDoubtfulFirst() {
    var soon = new Learning(50, 4, 10_000);
    on(
        new StoredProfiles(
            "searching-engine",
            (models, people) ->
                new EngineMatching(
                    models, StoredProfiles.lessons(people), soon, Clock.systemUTC())));
    var records = MadeUp.records(3, 120);
    stored.records.store(records);
    stored.identity.resolve(records, "loader");
    stored.learn();

    searching.search("a", "lan", 0);

    var doubts = found().stream().filter(r -> r.finding().kind() == Kind.UNCERTAIN).toList();
    assertThat(doubts).isNotEmpty();
    for (var each : doubts) {
      double belief = each.finding().probability().orElseThrow();
      assertThat(belief).isBetween(0.05, 0.95);
      assertThat(each.finding().urgency())
          .isEqualTo((int) Math.round(100 - 200 * Math.abs(belief - 0.5)));
    }
  }

  @Test
  void decided_outlivesThatTheEngineLearnsAnew() {
    var soon = new Learning(50, 4, 10_000);
    on(
        new StoredProfiles(
            "searching-anew",
            (models, people) ->
                new EngineMatching(
                    models, StoredProfiles.lessons(people), soon, Clock.systemUTC())));
    var records = MadeUp.records(3, 120);
    stored.records.store(records);
    stored.identity.resolve(records.subList(0, 40), "loader");
    var pair =
        stored.identity.<LongSet>ask(
            roster -> {
              for (long profile : roster.live()) {
                if (roster.members(profile).size() == 2) {
                  return roster.members(profile);
                }
              }
              return LongSet.of();
            });
    long left = pair.toArray()[0];
    long right = pair.toArray()[1];
    stored.identity.say(left, right, new Word(Said.DIFFERENT, false), MINH);

    stored.identity.resolve(records.subList(40, records.size()), "loader");
    stored.learn();

    assertThat(stored.identity.method()).isEqualTo("LEARNED_WEIGHTS");
    assertThat(stored.identity.<Long>ask(r -> r.profileOf(left)))
        .isNotEqualTo(stored.identity.<Long>ask(r -> r.profileOf(right)));
  }
}
