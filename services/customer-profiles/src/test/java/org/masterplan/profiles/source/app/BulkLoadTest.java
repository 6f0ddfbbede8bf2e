package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.identity.mongo.MongoJournal;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.mongo.MongoRecords;
import org.masterplan.profiles.source.mongo.MongoRejectedRows;
import org.masterplan.profiles.source.mongo.MongoSources;
import org.masterplan.profiles.source.mongo.MongoTombstones;

/** Many records through every store, as many as {@code masterplan.records} says. */
class BulkLoadTest {
  static final int RECORDS = Integer.getInteger("masterplan.records", 4000);
  static final int SOURCES = 76;

  private final AtomicLong numbers = new AtomicLong(100);

  @Test
  @Tag("cap-8")
  void cap008_load_ofSeventySixSources_throughTheStores() {
    var database = MongoTestServer.database("bulk");
    var indexes = new ArrayList<>(MongoRecords.indexes());
    indexes.addAll(List.of(MongoSources.indexes(), MongoCards.indexes()));
    CollectionIndexes.create(database, indexes);
    var records = new MongoRecords(database);
    var sources = new MongoSources(database);
    var journal = new MongoJournal(database);
    var clock = Clock.systemUTC();
    var minting = new Identity.Minting(numbers::incrementAndGet, clock);
    var identity = new Identity(journal, new ExactMatching(), records, minting);
    identity.open();
    var reading = new Reading(identity, records, sources);
    var cards = new MongoCards(database);
    var projection = new Projection(journal, identity, reading, cards);
    var register = new SourceRegister(sources, clock);
    var loading =
        new Loading(
            register,
            new Loading.Stores(
                new MadeBodies(),
                records,
                new MongoRejectedRows(database),
                new MongoTombstones(database, new byte[32])),
            (batch, actor) -> {
              identity.resolve(batch, actor);
              projection.catchUp(batch);
            },
            new Loading.Minting(numbers::incrementAndGet, clock));

    long started = System.nanoTime();
    for (int s = 0; s < SOURCES; s++) {
      loading.run(start(register, s), new LoadingFixture.Told());
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    long opened = System.nanoTime();
    var again = new Identity(journal, new ExactMatching(), records, minting);
    again.open();

    Figures.print("profiles: load of " + RECORDS + " records", seconds, "s", "40,000 under 120 s");
    Figures.print("profiles: replay at start", (System.nanoTime() - opened) / 1e9, "s", "none");
    assertThat(identity.<Integer>ask(r -> r.liveRecords())).isEqualTo(RECORDS / SOURCES * SOURCES);
    assertThat(again.<Integer>ask(r -> r.liveProfiles()))
        .isEqualTo(identity.<Integer>ask(r -> r.liveProfiles()));
    assertThat(cards.count(new org.masterplan.kernel.query.Filter.All()))
        .isEqualTo(identity.<Integer>ask(r -> r.liveProfiles()).longValue());
    Figures.print("profiles: profiles", identity.<Integer>ask(r -> r.liveProfiles()), "", "none");
  }

  private static Load start(SourceRegister register, int s) {
    var name = new ResourceName("sources", "db-" + s);
    var description = new Source.Description("db " + s, "", "", List.of(), "", "", "", 0);
    var mapping =
        new Mapping(
            "id",
            Map.of(
                "fullName", ColumnMapping.given("name", ""),
                "phone", ColumnMapping.given("phone", ""),
                "email", ColumnMapping.given("mail", ""),
                "birthYear", ColumnMapping.given("born", "")),
            false);
    register.register(name, description, mapping, LoadingFixture.DATA);
    return new Load("load-" + s, name, "b" + s, "text/csv", "lan@data");
  }

  /** Rows about people who are in several databases, many without a phone or an address. */
  private static final class MadeBodies implements Bodies {
    @Override
    public boolean has(String body) {
      return true;
    }

    @Override
    public Rows open(String body, String contentType) {
      var random = new Random(body.hashCode());
      int people = Math.max(1, RECORDS * 3 / 10);
      var rows = new ArrayList<Row>();
      for (int i = 0; i < RECORDS / SOURCES; i++) {
        int person = random.nextInt(people);
        var values = new LinkedHashMap<String, String>();
        values.put("id", "r" + i);
        values.put("name", "Nguyễn Văn N" + Integer.toString(person, 36));
        values.put("born", "" + (1950 + person % 50));
        if (random.nextInt(100) < 65) {
          values.put("phone", "09%08d".formatted(person * 7 + 1000));
        }
        if (random.nextInt(100) < 45) {
          values.put("mail", "p" + person + "@x.example");
        }
        rows.add(new Row.Good(i + 2L, values));
      }
      return Rows.of(List.of("id", "name", "phone", "mail", "born"), rows.iterator());
    }

    @Override
    public void delete(String body) {}
  }
}
