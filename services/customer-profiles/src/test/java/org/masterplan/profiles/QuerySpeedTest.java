package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.query.Query;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.engine.DemoRecords;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.mongo.MongoCards;

/**
 * How long the first page of a list takes, and a look-up. Of as many cards as the system property
 * {@code masterplan.benchmarkCards} says; what is found is held against what was put in.
 */
class QuerySpeedTest {
  private static final int CARDS = Integer.getInteger("masterplan.benchmarkCards", 3000);
  private static final int PEOPLE = Integer.getInteger("masterplan.benchmarkPersons", 1000);
  private static final int ASKED = CARDS > 10_000 ? 300 : 30;
  private static final int WARMING = 20;
  private static final String[] SURNAMES = {
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng"
  };
  private static final String[] PROVINCES = {
    "Hà Nội", "TP Hồ Chí Minh", "Đà Nẵng", "Huế", "Cần Thơ", "Hải Phòng", "Lào Cai", "Cà Mau"
  };
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void firstPages_ofIndexedFilters() throws IOException {
    var database = MongoTestServer.database("cards");
    CollectionIndexes.create(database, List.of(MongoCards.indexes()));
    var cards = new MongoCards(database);
    IntStream.rangeClosed(0, (CARDS - 1) / 1000)
        .parallel()
        .mapToObj(k -> IntStream.range(k * 1000, Math.min(CARDS, k * 1000 + 1000)))
        .map(part -> part.mapToObj(QuerySpeedTest::card).toList())
        .forEach(cards::put);
    tell("all", cards, _ -> "");
    tell("province", cards, i -> "province = \"" + PROVINCES[i % PROVINCES.length] + "\"");
    tell("born", cards, i -> "birth_year >= " + (1960 + i % 40));
    tell("rareName", cards, i -> "\"" + given(i * 37) + "\"");
    tell("commonName", cards, i -> SURNAMES[i % SURNAMES.length].substring(0, 2));
    tell("twoWords", cards, i -> "nguyen " + given(i * 91));
    var memory = Runtime.getRuntime();
    double heap = (memory.totalMemory() - memory.freeMemory()) / 1e6;
    Figures.print("query.cards", CARDS, "profiles", "1,000,000");
    Figures.print("query.heap", heap, "MB, the store's clients and the test included", "none");
    Figures.print("query.resident", resident(), "MB at most, with the store", "none");
  }

  @Test
  void aNameIsFoundByTheBeginningsOfItsWords_howeverManyBearOne() {
    var database = MongoTestServer.database("cards");
    CollectionIndexes.create(database, List.of(MongoCards.indexes()));
    var cards = new MongoCards(database);
    var all = new ArrayList<Card>();
    for (int i = 0; i < 2500; i++) {
      all.add(card(i));
    }
    for (int from = 0; from < all.size(); from += 500) {
      cards.put(all.subList(from, from + 500));
    }
    for (var typed : List.of("nguyen", "ngu " + given(7), given(7) + " ng", "tran " + given(28))) {
      var filter = FilterParser.parse(typed, CardFields.ALL);
      var expected =
          all.stream()
              .filter(c -> CardFields.queryable().matches(CardFields.prefixed(filter), c))
              .count();

      var found = new HashSet<String>();
      var query = new Query(filter, CardFields.DEFAULT, 200, java.util.Optional.empty());
      for (var page = cards.list(query); ; page = cards.list(query)) {
        page.items().forEach(c -> assertThat(found.add(c.name())).isTrue());
        if (page.next().isEmpty()) {
          break;
        }
        query = new Query(filter, CardFields.DEFAULT, 200, page.next());
      }

      assertThat(found).as(typed).hasSize((int) expected).isNotEmpty();
    }
  }

  @Test
  void lookUps_byAnyKey() throws Exception {
    var stored = new StoredProfiles("profiles");
    var demo = DemoRecords.of(PEOPLE, folder).records();
    for (int from = 0; from < demo.size(); from += 500) {
      var batch = demo.subList(from, Math.min(from + 500, demo.size()));
      stored.records.store(batch);
      stored.identity.resolve(batch, "service");
    }
    var keys = demo.stream().flatMap(r -> r.keys().stream()).filter(k -> !k.placeholder()).toList();
    var random = new Random(42);
    var times = new ArrayList<Long>();
    for (int i = -WARMING; i < ASKED * 3; i++) {
      var key = keys.get(random.nextInt(keys.size()));
      if (!stored.reading.alone(key)) {
        continue;
      }
      long began = System.nanoTime();
      var found = stored.reading.lookup(key);
      if (i >= 0) {
        times.add(System.nanoTime() - began);
      }
      assertThat(found.profile().records()).anyMatch(r -> r.keys().contains(key));
    }
    print("lookup", times.stream().mapToLong(t -> t).toArray(), "goal 5");
    Figures.print("query.lookup.records", demo.size(), "records", "none");
    assertThat(Key.of("phone", "0912345678")).isPresent();
  }

  /** The most that this process had in memory; 0 where nobody tells. */
  private static double resident() throws IOException {
    var status = Path.of("/proc/self/status");
    return !Files.exists(status)
        ? 0
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1000)
            .sum();
  }

  private static void tell(String what, Cards cards, IntFunction<String> filters) {
    var times = new long[ASKED];
    for (int n = -WARMING; n < ASKED; n++) {
      int i = Math.abs(n);
      var filter = FilterParser.parse(filters.apply(i), CardFields.ALL);
      var query = new Query(filter, CardFields.DEFAULT, 50, java.util.Optional.empty());
      long began = System.nanoTime();
      var page = cards.list(query);
      if (n >= 0) {
        times[n] = System.nanoTime() - began;
      }
      assertThat(page.items()).as(filters.apply(i)).isNotEmpty();
    }
    print(what, times, "goal 50");
  }

  private static void print(String what, long[] times, String goal) {
    Arrays.sort(times);
    Figures.print("query." + what + ".p50", times[times.length / 2] / 1e6, "ms", "none");
    Figures.print("query." + what + ".p99", times[times.length * 99 / 100] / 1e6, "ms", goal);
  }

  /** Of these there are a few hundred. */
  private static String given(int i) {
    var letters = "bcdghklmnpqrstvx";
    return ""
        + letters.charAt(Math.floorMod(i, 16))
        + "aeiouy".charAt(Math.floorMod(i / 16, 6))
        + letters.charAt(Math.floorMod(i / 96, 8))
        + "anh";
  }

  private static Card card(int i) {
    var name = SURNAMES[i % SURNAMES.length] + " Thị " + given(i * 7);
    var facts =
        new Card.Facts(
            name,
            List.of(name),
            1950 + i % 60,
            i % 2 == 0 ? "FEMALE" : "MALE",
            PROVINCES[i % 7 == 0 ? (i / 7) % PROVINCES.length : i % 2],
            List.of("s-" + i % 76),
            1 + i % 4,
            List.of("phone"),
            START.plus(Duration.ofSeconds(i * 61L % 90_000_000L)));
    return new Card(ProfileId.name(i * 7919L + 1), 1, new Card.Standing.Live(), facts);
  }
}
