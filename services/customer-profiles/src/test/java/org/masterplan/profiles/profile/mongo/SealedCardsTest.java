package org.masterplan.profiles.profile.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.domain.Card;

/** Cards whose values are sealed: what is equal is found, anything else is refused. */
class SealedCardsTest {
  private static final byte[] SECRET =
      "a secret of the installation".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  private final MongoDatabase database = MongoTestServer.database("sealedCards");
  private static final Sealing SEALING = new KeyedSealing(Map.of(1, SECRET));
  private final MongoCards cards = new MongoCards(database, SEALING);
  private final Card an = card("a", "Nguyễn Thị Ân", 1990, "FEMALE", "Huế");
  private final Card binh = card("b", "Trần Bình", 1985, "MALE", "");
  private final Card chi = card("c", "Lê Chi", 0, "", "Huế");

  private static Card card(String id, String name, int born, String gender, String province) {
    var facts =
        new Card.Facts(
            name,
            List.of(name),
            born,
            gender,
            province,
            List.of("crm"),
            2,
            List.of("phone"),
            NOW,
            province.isEmpty() ? Map.of() : Map.of("occupation", "Thợ " + province));
    return new Card("profiles/" + id, 1, new Card.Standing.Live(), facts);
  }

  @BeforeEach
  void put() {
    CollectionIndexes.create(database, List.of(MongoCards.indexes(SEALING)));
    cards.put(List.of(an, binh, chi));
  }

  private List<Card> found(String filter) {
    var parsed = FilterParser.parse(filter, CardFields.ALL);
    return cards.list(new Query(parsed, CardFields.DEFAULT, 10, Optional.empty())).items();
  }

  @Test
  void collection_holdsNoValue_andCardsAreReadAsTheyWere() {
    for (var document : database.getCollection("profiles").find()) {
      assertThat(document.toJson())
          .doesNotContain("Nguy", "nguyen", "Bình", "binh", "1990", "Huế", "hue", "MALE", "Thợ");
    }

    assertThat(cards.find(List.of("profiles/a", "profiles/b", "profiles/c")))
        .containsExactlyInAnyOrder(an, binh, chi);
  }

  @ParameterizedTest
  @CsvSource({
    "province=HUE, a c",
    "birth_year=1985, b",
    "gender=FEMALE AND province=\"Huế\", a",
    "gender!=FEMALE, b",
    "NOT gender=FEMALE, b c",
    "name=\"tran binh\", b",
    "birth_year:*, a b",
    "occupation=\"tho hue\", a c",
    "NOT occupation:*, b",
    "province=hue OR birth_year=1985, a b c",
    "source=\"sources/crm\" AND has_phone=true AND birth_year=1990, a",
  })
  void filter_ofWhatIsEqual_findsWhatItWouldFind(String filter, String ids) {
    assertThat(found(filter))
        .extracting(card -> card.name().substring("profiles/".length()))
        .containsExactlyInAnyOrder(ids.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "birth_year>1980, SEALED_RANGE",
    "ngu, SEALED_BEGINNING",
    "name<b, SEALED_RANGE",
    "ward<b, SEALED_RANGE"
  })
  void filter_ofWhatIsNot_isRefused(String filter, String reason) {
    assertThatThrownBy(() -> found(filter))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            refused -> assertThat(refused.violations().getFirst().reason()).isEqualTo(reason));
  }

  @Test
  void order_byName_isRefused() {
    var byName =
        new Query(new Filter.All(), new Order(CardFields.NAME, false), 5, Optional.empty());

    assertThatThrownBy(() -> cards.list(byName)).isInstanceOf(InvalidFields.class);
  }

  @Test
  void sealed_byAnEarlierKey_orNotAtAll_areSealedAnewAndFound() {
    var plain = new MongoCards(database);
    plain.put(List.of(card("d", "Phạm Dung", 1971, "FEMALE", "Hà Nội")));
    var keys = Map.of(1, SECRET, 2, "another secret of this one".getBytes(StandardCharsets.UTF_8));
    var rotated = new MongoCards(database, new KeyedSealing(keys));

    var step = rotated.sealed().sealAgain("", 100);

    assertThat(step.documents()).isEqualTo(4);
    assertThat(step.sealed()).isEqualTo(4);
    assertThat(rotated.sealed().sealAgain("", 100).sealed()).isZero();
    assertThat(rotated.sealed().sealAgain(step.last(), 100).last()).isEmpty();
    assertThat(rotated.find(List.of("profiles/d")).getFirst().facts().displayName())
        .isEqualTo("Phạm Dung");
    assertThat(rotated.count(FilterParser.parse("birth_year=1971", CardFields.ALL))).isEqualTo(1);
    for (var document : database.getCollection("profiles").find()) {
      assertThat(document.toJson()).doesNotContain("Dung", "dung", "1971").contains("\"key\": 2");
    }
  }
}
