package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.profiles.profile.domain.Card;

/** What every store of cards must do. Subclasses supply a fresh, empty one. */
public abstract class CardsContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final Order BY_NAME = new Order(CardFields.NAME, false);

  static final List<String> FILTERS =
      List.of(
          "ng",
          "nguyen bao1",
          "\"nguyen \u0301 bao1\"",
          "christopherson",
          "christophersons",
          "christo 3 ngo",
          "birth_year >= 2000 nguyen",
          "birth_year > 1985 birth_year <= 1990",
          "birth_year < 1900",
          "birth_year >= 1700 NOT thi",
          "NOT birth_year:*",
          "(source = sources/crm OR source = sources/s1) province = hue",
          "source = sources/shop source = sources/crm bao",
          "(nguyen OR bao2) gender = FEMALE",
          "-(ngo OR birth_year < 1990)");

  private static final Map<String, String> PLACE =
      Map.of(
          "ward", "Phường Vỹ Dạ",
          "district", "Thành phố Huế",
          "city", "Huế",
          "country", "VN",
          "occupation", "Nông dân",
          "organisation", "Hợp tác xã 1");

  Cards cards;

  protected abstract Cards cards();

  @BeforeEach
  void fresh() {
    cards = cards();
  }

  static Card card(String id, long journal, String name, int birthYear) {
    return new Card(
        "profiles/" + id,
        journal,
        new Card.Standing.Live(),
        new Card.Facts(
            name,
            List.of(name),
            birthYear,
            "FEMALE",
            "Huế",
            List.of("crm"),
            2,
            List.of("phone"),
            NOW,
            PLACE));
  }

  @Test
  void put_neverReplacesANewerCard() {
    cards.put(List.of(card("a", 5, "Nguyễn An", 1990)));
    cards.put(List.of(card("a", 4, "old", 1980)));

    assertThat(cards.find(List.of("profiles/a", "profiles/b")))
        .containsExactly(card("a", 5, "Nguyễn An", 1990));
  }

  @Test
  void find_leavesOutWhatIsNobodyOfItsOwn() {
    cards.put(
        List.of(
            card("a", 1, "Nguyễn An", 1990),
            Card.moved("profiles/b", "profiles/a", 1),
            Card.gone("profiles/c", 1)));

    assertThat(cards.find(List.of("profiles/a", "profiles/b", "profiles/c"))).hasSize(1);
    assertThat(cards.count(new Filter.All())).isEqualTo(1);
  }

  @Test
  @Tag("cap-133")
  void cap133_list_findsByTheBeginningsOfWordsWithoutMarks() {
    cards.put(
        List.of(
            card("a", 1, "Nguyễn Thị Bưởi", 1990),
            card("b", 1, "Trần Bình", 1985),
            card("c", 1, "Abu Ngu", 0)));

    assertThat(found("buoi")).containsExactly("profiles/a");
    assertThat(found("bu")).containsExactly("profiles/a");
    assertThat(found("b")).containsExactly("profiles/a", "profiles/b");
    assertThat(found("thi buoi")).containsExactly("profiles/a");
    assertThat(found("uoi")).isEmpty();
  }

  /** Whatever an index finds it by, a page is what the filter means, in its order. */
  @Test
  void list_byWordsYearsProvinceAndSource_isWhatTheFilterMeans_pageByPage() {
    var all = new ArrayList<Card>();
    for (int i = 0; i < 120; i++) {
      var name = (i % 2 == 0 ? "Nguyễn" : "Ngô") + (i % 3 == 0 ? " Thị" : " Văn") + " Bảo" + i % 5;
      var facts =
          new Card.Facts(
              name,
              List.of(name, "Christopherson " + i % 4),
              i % 7 == 0 ? 0 : 1980 + i % 30,
              i % 2 == 0 ? "FEMALE" : "MALE",
              i % 4 == 0 ? "" : "Huế",
              i % 3 == 0 ? List.of("crm", "shop") : List.of("s" + i % 6),
              1,
              List.of(),
              NOW.plusSeconds(i / 2));
      all.add(new Card("profiles/p%03d".formatted(i), 1, new Card.Standing.Live(), facts));
    }
    cards.put(all);
    for (var filter : FILTERS) {
      var meant = meant(all, filter);
      assertThat(pages(filter, CardFields.DEFAULT)).as(filter).isEqualTo(names(meant));
      meant.sort(Comparator.comparing(Card::name));
      assertThat(pagesById(filter)).as(filter).isEqualTo(names(meant));
      meant.sort(Comparator.comparing(card -> Texts.fold(card.facts().displayName())));
      assertThat(pages(filter, BY_NAME)).as(filter).isEqualTo(names(meant));
    }
  }

  private List<String> pages(String text, Order order) {
    var filter = FilterParser.parse(text, CardFields.ALL);
    var found = new ArrayList<String>();
    var query = new Query(filter, order, 7, Optional.empty());
    for (var page = cards.list(query); ; page = cards.list(query)) {
      page.items().forEach(card -> found.add(card.name()));
      if (page.next().isEmpty()) {
        return found;
      }
      query = new Query(filter, order, 7, page.next());
    }
  }

  private List<String> pagesById(String text) {
    var filter = FilterParser.parse(text, CardFields.ALL);
    var found = new ArrayList<String>();
    for (var page = cards.names(filter, "", 7); !page.isEmpty(); ) {
      found.addAll(page);
      page = cards.names(filter, page.getLast(), 7);
    }
    return found;
  }

  /** Newest first. */
  private static List<Card> meant(List<Card> all, String text) {
    var filter = CardFields.prefixed(FilterParser.parse(text, CardFields.ALL));
    var meant = new ArrayList<>(all.reversed());
    meant.removeIf(card -> !CardFields.queryable().matches(filter, card));
    return meant;
  }

  private static List<String> names(List<Card> some) {
    return some.stream().map(Card::name).toList();
  }

  /** Letters beyond the basic plane are two chars each, and never cut in two. */
  @Test
  void list_findsNamesOfAnyLetters() {
    cards.put(List.of(card("a", 1, "Mai 😀b😀c😀d😀e😀f", 0), card("b", 1, "𠀀𠀁𠀂𠀃𠀄𠀅 Lan", 0)));

    assertThat(found("mai")).containsExactly("profiles/a");
    assertThat(found("lan")).containsExactly("profiles/b");
    assertThat(found("𠀀𠀁𠀂𠀃")).containsExactly("profiles/b");
    assertThat(found("𠀀𠀁𠀂𠀃𠀄𠀅")).containsExactly("profiles/b");
    assertThat(found("𠀀𠀁𠀂𠀃𠀅")).isEmpty();
  }

  @Test
  void names_goOnAfterAName_inItsOrder_andOnlyOfThoseThatMatch() {
    cards.put(
        List.of(
            card("a", 1, "Phạm Lan", 1990),
            card("b", 1, "Trần Bình", 1980),
            card("c", 1, "Lê Hoa", 1995),
            card("d", 1, "Vũ Mai", 1992),
            Card.gone("profiles/e", 1)));
    var young = FilterParser.parse("birth_year >= 1990", CardFields.ALL);

    assertThat(cards.names(young, "", 2)).containsExactly("profiles/a", "profiles/c");
    assertThat(cards.names(young, "profiles/c", 2)).containsExactly("profiles/d");
    assertThat(cards.names(young, "profiles/bbb", 9)).containsExactly("profiles/c", "profiles/d");
    assertThat(cards.names(young, "profiles/d", 2)).isEmpty();
  }

  @Test
  void list_filtersAndPages() {
    for (int i = 0; i < 7; i++) {
      cards.put(List.of(card("p" + i, 1, "Người " + i, i == 0 ? 0 : 1990 + i)));
    }
    Filter young = new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.GE, new Value.Number(1992));
    var first = cards.list(new Query(young, BY_NAME, 3, Optional.empty()));
    var second = cards.list(new Query(young, BY_NAME, 3, first.next()));

    assertThat(first.items())
        .extracting(Card::name)
        .containsExactly("profiles/p2", "profiles/p3", "profiles/p4");
    assertThat(second.items()).extracting(Card::name).containsExactly("profiles/p5", "profiles/p6");
    assertThat(cards.count(young)).isEqualTo(5);
    var seen = new ArrayList<String>();
    cards.each(young, c -> seen.add(c.name()));
    assertThat(seen).hasSize(5).isSorted();
  }

  @Test
  void countByRecords_countsWhatMatches_andNothingElse() {
    cards.put(
        List.of(
            card("a", 1, "A", 1990),
            card("b", 1, "B", 1985),
            of(7, card("c", 1, "C", 1990)),
            of(9, card("d", 1, "D", 0)),
            Card.moved("profiles/e", "profiles/a", 1)));

    assertThat(cards.countByRecords(new Filter.All()))
        .containsExactlyInAnyOrderEntriesOf(Map.of(2, 2L, 7, 1L, 9, 1L));
    var born = new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.EQ, new Value.Number(1990));
    assertThat(cards.countByRecords(born)).containsExactlyInAnyOrderEntriesOf(Map.of(2, 1L, 7, 1L));
    var elder = new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.LT, new Value.Number(1950));
    assertThat(cards.countByRecords(elder)).isEmpty();
  }

  private static Card of(int records, Card card) {
    var facts = card.facts();
    return new Card(
        card.name(),
        card.journal(),
        card.standing(),
        new Card.Facts(
            facts.displayName(),
            facts.names(),
            facts.birthYear(),
            facts.gender(),
            facts.province(),
            facts.sources(),
            records,
            facts.keys(),
            facts.createdAt(),
            facts.more()));
  }

  @Test
  void list_filtersByEveryField() {
    cards.put(List.of(card("a", 1, "Nguyễn An", 1990)));

    for (var field : CardFields.ALL) {
      if (!field.equals(CardFields.SEGMENT)) {
        var present = new Filter.Compare(field, Filter.Op.HAS, new Value.Present());
        assertThat(cards.count(present)).as(field.name()).isEqualTo(1);
      }
    }
    assertThat(count(CardFields.SOURCE, new Value.Text("sources/crm"))).isEqualTo(1);
    assertThat(count(CardFields.PROVINCE, new Value.Text("hue"))).isEqualTo(1);
    assertThat(count(CardFields.HAS_EMAIL, new Value.Bool(true))).isZero();
    assertThat(cards.count(FilterParser.parse("occupation = \"nong dan\"", CardFields.ALL)))
        .isOne();
    assertThat(cards.count(FilterParser.parse("district:hue ward:vy", CardFields.ALL))).isOne();
    assertThat(cards.count(FilterParser.parse("organisation = \"hop tac xa\"", CardFields.ALL)))
        .isZero();
    assertThat(count(CardFields.RECORDS, new Value.Number(2))).isEqualTo(1);
  }

  @Test
  void changes_tellsWhatChanged_tombstonesIncluded() {
    cards.put(List.of(card("a", 1, "A", 0), card("b", 1, "B", 0)));
    var first = cards.changes("", 10);
    cards.put(List.of(Card.moved("profiles/b", "profiles/a", 2)));
    var second = cards.changes(first.token(), 10);

    assertThat(first.cards()).hasSize(2);
    assertThat(second.cards())
        .last()
        .satisfies(c -> assertThat(c.standing()).isEqualTo(new Card.Standing.Moved("profiles/a")));
    assertThat(cards.changes(second.token(), 10).cards()).isEmpty();
  }

  @Test
  void consentChanged_isToldByTheFeed_andByNothingElse() {
    cards.put(List.of(card("a", 1, "A", 0), card("b", 1, "B", 0)));
    var first = cards.changes("", 10);
    assertThat(first.cards()).extracting(Card::change).containsOnly(Card.Change.CHANGED);

    cards.consentChanged(List.of("profiles/a", "profiles/nobody"));

    var told = cards.changes(first.token(), 10).cards().getLast();
    assertThat(told).isEqualTo(card("a", 1, "A", 0).after(Card.Change.CONSENT_CHANGED));
    assertThat(cards.count(new Filter.All())).isEqualTo(2);
    cards.consentChanged(List.of());
  }

  @Test
  void renew_storesTheSameDecisionAgain_andNoOther() {
    cards.put(List.of(card("a", 5, "A", 0)));

    cards.renew(List.of(card("a", 5, "Anh", 1990), card("b", 5, "B", 0)));
    cards.renew(List.of(card("a", 4, "Older", 0), card("a", 6, "Newer", 0)));

    assertThat(cards.find(List.of("profiles/a", "profiles/b")))
        .containsExactly(card("a", 5, "Anh", 1990));
  }

  @Test
  void chosenBy_isWhatWasStoredLast() {
    assertThat(cards.chosenBy()).isEmpty();
    cards.chosenBy("1");
    cards.chosenBy("2");

    assertThat(cards.chosenBy()).isEqualTo("2");
  }

  @Test
  void projected_neverGoesBack() {
    assertThat(cards.projected()).isZero();
    cards.projected(7);
    cards.projected(5);

    assertThat(cards.projected()).isEqualTo(7);
  }

  private long count(org.masterplan.kernel.query.Field field, Value value) {
    return cards.count(new Filter.Compare(field, Filter.Op.EQ, value));
  }

  private List<String> found(String word) {
    var query = new Query(new Filter.Word(word), BY_NAME, 10, Optional.empty());
    return cards.list(query).items().stream().map(Card::name).sorted().toList();
  }
}
