package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;

/** Many records through every store, as many as {@code masterplan.records} says. */
class BulkLoadTest {
  static final int RECORDS = Integer.getInteger("masterplan.records", 4000);
  static final int SOURCES = 76;

  @Test
  @Tag("cap-8")
  void cap008_load_ofSeventySixSources_throughTheStores() {
    var stored = new StoredProfiles("bulk");
    var loading = stored.loading(stored.stores(new MadeBodies()));
    var identity = stored.identity;

    long started = System.nanoTime();
    for (int s = 0; s < SOURCES; s++) {
      loading.run(start(stored.register, s), new LoadingFixture.Told());
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    long opened = System.nanoTime();
    var again = stored.opened();

    var asked = RECORDS == 40_000 ? "under 120" : "none; of 40,000 under 120";
    Figures.print("profiles: load of " + RECORDS + " records", seconds, "s", asked);
    Figures.print("profiles: replay at start", (System.nanoTime() - opened) / 1e9, "s", "none");
    assertThat(identity.<Integer>ask(r -> r.liveRecords())).isEqualTo(RECORDS / SOURCES * SOURCES);
    assertThat(again.<Integer>ask(r -> r.liveProfiles()))
        .isEqualTo(identity.<Integer>ask(r -> r.liveProfiles()));
    assertThat(stored.cards.count(new org.masterplan.kernel.query.Filter.All()))
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
    return new Load("load-" + s, name, "b" + s, "text/csv", "lan@data", "");
  }

  /** Rows about people who are in several databases, many without a phone or an address. */
  private static final class MadeBodies implements Bodies {
    @Override
    public boolean has(String body) {
      return true;
    }

    @Override
    public String content(String body) {
      return body;
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
