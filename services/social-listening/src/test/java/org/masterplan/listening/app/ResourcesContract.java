package org.masterplan.listening.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Feedback.Standing;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Incident;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Sayings;
import org.masterplan.listening.domain.Talk;
import org.masterplan.platform.testkit.TestClock;

/** What every store of resources, votes and claims must do. */
public abstract class ResourcesContract {
  static final Instant NOW = ListeningRoom.NOW;
  static final AuditEntry ENTRY = new AuditEntry(NOW, "test", "TEST", List.of(), "");

  protected abstract Resources<Mention> mentions();

  protected abstract Resources<ComplaintCase> cases();

  protected abstract Resources<Idea> ideas();

  protected abstract Resources<Incident> incidents();

  protected abstract Resources<Talk> threads();

  protected abstract Resources<Feedback> feedback();

  protected abstract Votes votes();

  protected abstract Claims claims();

  static Mention mention(String id, String author) {
    var said =
        new Mention.Said(NOW, "facebook", "http://x.example/1", author, "Bị vỡ", "vi", "", 12);
    return new Mention(id, said, List.of("bi vo"), "", id, 1);
  }

  @Test
  void changes_tellEachResourceAsItStands_stepByStep() {
    var mentions = mentions();
    mentions.add(mention("m1", "an"), ENTRY);
    mentions.add(mention("m2", "binh"), ENTRY);
    mentions.add(mention("m3", "chi"), ENTRY);
    mentions.replace(mention("m1", "an").byNobody(), ENTRY);

    var told = new LinkedHashMap<String, Mention>();
    var step = mentions.changes("", 2);
    step.items().forEach(m -> told.put(m.id(), m));
    for (int round = 0; step.more() && round < 9; round++) {
      step = mentions.changes(step.token(), 2);
      step.items().forEach(m -> told.put(m.id(), m));
    }

    assertThat(told).containsOnlyKeys("m1", "m2", "m3");
    assertThat(told.get("m1").said().author()).isEmpty();
    assertThat(mentions.changes(step.token(), 2).items()).isEmpty();
  }

  @Test
  void find_returnsEveryKindAsItWasAdded() {
    var complaint = new ComplaintCase("c1", "m1", "facebook", NOW, NOW.plusSeconds(9), null, 1);
    var idea = ListeningRoom.idea("a-one", "profiles/1");
    var reach = new Incident.Reach(List.of("communities/a", "communities/b"), List.of(), List.of());
    var incident = new Incident("i1", "Sữa mốc", "", reach, "employees/lan", NOW, null, 1);
    var thread = new Talk("t1", "Hỏi giá", "communities/a", "", "facebook:an", NOW, null, 1);
    var mentions = mentions();
    var cases = cases();
    var ideas = ideas();
    var incidents = incidents();
    var threads = threads();

    mentions.add(mention("m1", "an"), ENTRY);
    cases.add(complaint, ENTRY);
    ideas.add(idea, ENTRY);
    incidents.add(incident, ENTRY);
    threads.add(thread, ENTRY);

    assertThat(mentions.find("m1")).contains(mention("m1", "an"));
    assertThat(cases.find("c1")).contains(complaint);
    assertThat(ideas.find("a-one")).contains(idea);
    assertThat(incidents.find("i1")).contains(incident);
    assertThat(threads.find("t1")).contains(thread);
    assertThat(threads.byAuthor("facebook:an")).containsExactly(thread);
    assertThat(incidents.list(where("communities", "communities/b", Listed.INCIDENTS)).items())
        .containsExactly(incident);
  }

  @Test
  void feedback_isFoundByEitherKeyOfItsAuthor_andCounted() {
    var feedback = feedback();
    var by = new Feedback.Author("facebook:an", "profiles/1", Standing.CURRENT_CUSTOMER);
    var resolved = heard("f1", Feedback.Type.CRITICISM, by);
    var looked = heard("f2", Feedback.Type.CRITICISM, Feedback.Author.of("zalo:an"));
    var nobodys = heard("f3", Feedback.Type.ANALYSIS, Feedback.Author.NOBODY);
    feedback.addAll(List.of(resolved, looked, nobodys), ENTRY);

    assertThat(feedback.find("f1")).contains(resolved);
    assertThat(feedback.find("f3")).contains(nobodys);
    assertThat(feedback.byAuthor("facebook:an")).containsExactly(resolved);
    assertThat(feedback.byAuthor("profiles/1")).containsExactly(resolved);
    assertThat(feedback.byAuthor("an")).containsExactlyInAnyOrder(resolved, looked);
    assertThat(feedback.byAuthor("")).isEmpty();
    assertThat(feedback.count(where("type", "CRITICISM", Listed.FEEDBACK).filter())).isEqualTo(2);
    assertThat(feedback.count(where("platform", "zalo", Listed.FEEDBACK).filter())).isEqualTo(1);
    assertThat(feedback.count(new Filter.All())).isEqualTo(3);
    feedback.replace(resolved.by(Feedback.Author.NOBODY), ENTRY);
    assertThat(feedback.byAuthor("profiles/1")).isEmpty();
  }

  private NamingPlatforms.Stores allStores() {
    return new NamingPlatforms.Stores(
        mentions(), cases(), ideas(), threads(), feedback(), votes(), claims());
  }

  private static void name(NamingPlatforms.Stores stores) {
    new NamingPlatforms(stores, TestClock.at(NOW)).run();
  }

  /** As they were stored while a platform was called as it was written. */
  @Test
  void namingPlatforms_callsThoseOfMentionsAndCasesByThePlansWords_once() {
    var stores = allStores();
    var said = new Mention.Said(NOW, "twitter", "", "@Lan", "Giao chậm", "vi", "", 1);
    stores.mentions().add(new Mention("m1", said, List.of(), "", "", 1), ENTRY);
    stores.mentions().add(mention("m2", "an"), ENTRY);
    stores.cases().add(new ComplaintCase("c1", "m1", "fb", NOW, NOW, null, 1), ENTRY);

    name(stores);
    name(stores);

    var mention = stores.mentions().byAuthor("x:lan").getFirst();
    assertThat(mention.said().platform()).isEqualTo("x");
    assertThat(mention.said().author()).isEqualTo("@Lan");
    assertThat(mention.revision()).isEqualTo(2);
    assertThat(stores.mentions().find("m2").orElseThrow().revision()).isEqualTo(1);
    assertThat(stores.mentions().list(where("platform", "x", Listed.MENTIONS)).items()).hasSize(1);
    assertThat(stores.cases().list(where("platform", "facebook", Listed.CASES)).items()).hasSize(1);
    assertThat(stores.claims().first(Map.of(Sayings.key(mention.said()), "m9")))
        .containsValue("m1");
  }

  @Test
  void namingPlatforms_findsAuthorsAgain_byThePlansWords() {
    var stores = allStores();
    stores.ideas().add(ListeningRoom.idea("a-one", "website:lan"), ENTRY);
    stores.ideas().add(ListeningRoom.idea("b-two", "profiles/1"), ENTRY);
    var talk = new Talk("t1", "Hỏi giá", "communities/a", "", "fb:lan", NOW, null, 1);
    stores.threads().add(talk, ENTRY);
    var by = new Feedback.Author("twitter:lan", "profiles/1", Standing.CURRENT_CUSTOMER);
    stores.feedback().add(heard("f1", Feedback.Type.CRITICISM, by), ENTRY);
    assertThat(stores.ideas().byAuthor("own-site:lan")).isEmpty();

    name(stores);

    assertThat(stores.ideas().byAuthor("own-site:lan")).hasSize(1);
    assertThat(stores.ideas().byAuthor("profiles/1")).hasSize(1);
    assertThat(stores.threads().byAuthor("facebook:lan")).hasSize(1);
    assertThat(stores.feedback().byAuthor("x:lan").getFirst().author())
        .isEqualTo(new Feedback.Author("x:lan", "profiles/1", Standing.CURRENT_CUSTOMER));
    assertThat(stores.feedback().count(where("platform", "x", Listed.FEEDBACK).filter())).isOne();
  }

  @Test
  void namingPlatforms_countsAVoterOnce() {
    var stores = allStores();
    var votes = stores.votes();
    votes.cast("a-one", "fb:lan");
    votes.cast("a-one", "facebook:lan");
    votes.cast("b-two", "fb:lan");
    votes.cast("b-two", "profiles/1");

    name(stores);

    assertThat(votes.of("facebook:lan")).containsExactlyInAnyOrder("a-one", "b-two");
    assertThat(votes.of("fb:lan")).isEmpty();
    assertThat(votes.count(List.of("a-one", "b-two")))
        .containsEntry("a-one", 1L)
        .containsEntry("b-two", 2L);
  }

  private static Feedback heard(String id, Feedback.Type type, Feedback.Author author) {
    var said = new Feedback.Said(type, "Nắp khó mở", "communities/a", "productLines/sua", NOW);
    return new Feedback(id, said, author, 1);
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    var cases = cases();
    var open = new ComplaintCase("c1", "m1", "facebook", NOW, NOW, null, 1);
    cases.add(open, ENTRY);
    var closed = open.close("Đã đổi hàng", NOW);
    cases.replace(closed, ENTRY);

    assertThat(cases.find("c1")).contains(closed);
    assertThatThrownBy(() -> cases.replace(closed, ENTRY)).isInstanceOf(Stale.class);
    assertThatThrownBy(() -> cases.add(open, ENTRY)).isInstanceOf(AlreadyExists.class);
    assertThat(cases.list(where("state", "CLOSED", Listed.CASES)).items()).hasSize(1);
    assertThat(cases.list(where("state", "OPEN", Listed.CASES)).items()).isEmpty();
  }

  @Test
  void list_pagesNewestFirstAndSearchesWithoutMarks() {
    var ideas = ideas();
    ideas.add(ListeningRoom.idea("a-one", ""), ENTRY);
    ideas.add(ListeningRoom.idea("b-two", ""), ENTRY);
    var first = ideas.list(Query.first(Listed.IDEAS.order(), 1));
    var second = ideas.list(new Query(new Filter.All(), Listed.IDEAS.order(), 1, first.next()));

    assertThat(first.items()).extracting(Idea::id).containsExactly("b-two");
    assertThat(second.items()).extracting(Idea::id).containsExactly("a-one");
    var word = new Query(new Filter.Word("hop giay"), Listed.IDEAS.order(), 5, Optional.empty());
    assertThat(ideas.list(word).items()).hasSize(2);
  }

  @Test
  void byAuthor_forgetsAnErasedAuthor() {
    var mentions = mentions();
    mentions.add(mention("m1", "@An"), ENTRY);
    var found = mentions.byAuthor("facebook:an");
    assertThat(found).hasSize(1);

    mentions.replace(found.getFirst().byNobody(), ENTRY);

    assertThat(mentions.byAuthor("facebook:an")).isEmpty();
  }

  @Test
  void byAuthor_ofAHandleAlone_findsItOnAnyPlatform_andNobodyElse() {
    var mentions = mentions();
    mentions.add(mention("m1", "@An.1"), ENTRY);
    mentions.add(mention("m2", "an.12"), ENTRY);
    mentions.add(mention("m3", "anx1"), ENTRY);
    var threads = threads();
    threads.add(new Talk("t1", "Hỏi", "communities/a", "", "zalo:an.1", NOW, null, 1), ENTRY);
    threads.add(new Talk("t2", "Hỏi", "communities/a", "", "profiles/1", NOW, null, 1), ENTRY);

    assertThat(mentions.byAuthor("an.1")).extracting(Mention::id).containsExactly("m1");
    assertThat(threads.byAuthor("An.1")).extracting(Talk::id).containsExactly("t1");
    assertThat(threads.byAuthor("1")).isEmpty();
  }

  @Test
  void voters_areThoseOfTheHandle_onAnyPlatform() {
    var votes = votes();
    votes.cast("a-one", "facebook:an");
    votes.cast("b-two", "facebook:an");
    votes.cast("b-two", "zalo:an");
    votes.cast("b-two", "zalo:an2");

    assertThat(votes.voters("an")).containsExactlyInAnyOrder("facebook:an", "zalo:an");
  }

  @Test
  void votes_countEachPersonOnce() {
    var votes = votes();
    assertThat(votes.cast("a-one", "profiles/1")).isTrue();
    assertThat(votes.cast("a-one", "profiles/1")).isFalse();
    votes.cast("a-one", "profiles/2");
    votes.cast("b-two", "profiles/2");
    votes.fold("a-one", "b-two");

    assertThat(votes.count(List.of("a-one", "b-two")))
        .containsEntry("a-one", 0L)
        .containsEntry("b-two", 2L);
    assertThat(votes.of("profiles/2")).containsExactly("b-two");
    assertThat(votes.withdraw("b-two", "profiles/2")).isTrue();
    assertThat(votes.withdraw("b-two", "profiles/2")).isFalse();
  }

  @Test
  void first_belongsToWhoeverCameFirst() {
    var claims = claims();

    assertThat(claims.first(Map.of("key", "m1"))).containsExactly(entry("key", "m1"));
    assertThat(claims.first(Map.of("key", "m2", "other", "m2")))
        .containsOnly(entry("key", "m1"), entry("other", "m2"));
    assertThat(claims.first(Map.of("key", "m1"))).containsExactly(entry("key", "m1"));
    assertThat(claims.first(Map.of())).isEmpty();
  }

  @Test
  void addAll_keepsWhatWasThere_andAddsTheOthers() {
    var mentions = mentions();
    mentions.add(mention("m2", "an"), ENTRY);

    var used =
        mentions.addAll(
            List.of(mention("m1", "binh"), mention("m2", "binh"), mention("m3", "binh")), ENTRY);

    assertThat(used).containsExactly("m2");
    assertThat(mentions.known(List.of("m1", "m2", "m3", "m4"))).containsOnly("m1", "m2", "m3");
    assertThat(mentions.find("m2")).contains(mention("m2", "an"));
    assertThat(mentions.find("m3")).contains(mention("m3", "binh"));
    assertThat(mentions.changes("", 9).items()).hasSize(3);
    assertThat(mentions.addAll(List.of(), ENTRY)).isEmpty();
  }

  private static Query where(String field, String value, Listed<?> listed) {
    var compare = new Filter.Compare(Field.exact(field), Filter.Op.EQ, new Value.Text(value));
    return new Query(compare, listed.order(), 5, Optional.empty());
  }
}
