package org.masterplan.profiles.source.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.source.app.RejectedRows;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What changes while it is sealed anew stays as it was changed. */
class SealingAgainTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final Sealing KEYED =
      new KeyedSealing(Map.of(1, "a secret".getBytes(StandardCharsets.UTF_8)));

  private final MongoDatabase database = MongoTestServer.database("sealing-again");
  private final MongoRecords open = new MongoRecords(database);

  @Test
  void record_thatIsSaidAgainMeanwhile_staysSaidAgain() {
    var record = record(1, "an@x.vn");
    open.store(List.of(record));
    var said = NOW.plusSeconds(60);

    sealRecords(() -> open.saidAgain(List.of(record.name()), said));

    assertThat(sealed().find(List.of(record.name())).values()).containsExactly(record);
    assertThat(sealed().unsaidSince(said, "crm", "", 9)).isEmpty();
    assertThat(stored("records")).doesNotContain("an@x.vn");
  }

  @Test
  void record_thatComesAnewUnderTheNameMeanwhile_staysTheNewOne() {
    var record = record(1, "an@x.vn");
    var anew = record(2, "binh@x.vn");
    open.store(List.of(record));

    sealRecords(
        () -> {
          open.erase(List.of(record));
          open.store(List.of(anew));
        });

    assertThat(sealed().find(List.of(record.name())).values()).containsExactly(anew);
  }

  @Test
  void rejectedRow_ofWhichNothingMayBeKeptMeanwhile_staysUnsaid() {
    var place = new RejectedRows.Place(1, NOW);
    var said = new Row.Bad(2, Map.of("mail", "an@x.vn"), "", "", "RECORD_EMPTY", Map.of());
    var kept = RejectedRows.Kept.of("crm", "load-1", said, place);
    var unsaid =
        RejectedRows.Kept.of(
            "crm", "load-1", Row.Bad.unreadable(2, "PERSON_ERASED", Map.of()), place);
    var rows = new MongoRejectedRows(database, Clock.systemUTC());
    rows.keep(List.of(kept));

    var amid = amid(() -> rows.keep(List.of(unsaid)));
    new MongoRejectedRows(database, amid, Clock.systemUTC()).sealed().sealAgain("", 10);

    assertThat(new MongoRejectedRows(database, KEYED, Clock.systemUTC()).list("crm", "", 9))
        .containsExactly(unsaid);
  }

  private void sealRecords(Runnable meanwhile) {
    new MongoRecords(database, amid(meanwhile)).sealed().getFirst().sealAgain("", 10);
  }

  private MongoRecords sealed() {
    return new MongoRecords(database, KEYED);
  }

  /** Seals by a key; something happens between the reading of a document and its writing. */
  private static Sealing amid(Runnable meanwhile) {
    return (Sealing)
        Proxy.newProxyInstance(
            Sealing.class.getClassLoader(),
            new Class<?>[] {Sealing.class},
            (_, method, arguments) -> {
              if (method.getName().equals("isCurrent")) {
                meanwhile.run();
              }
              return method.invoke(KEYED, arguments);
            });
  }

  private String stored(String collection) {
    var all = new StringBuilder();
    database.getCollection(collection).find().forEach(each -> all.append(each.toJson()));
    return all.toString();
  }

  private static SourceRecord record(long number, String mail) {
    var content = new SourceRecord.Content(Map.of("email", mail), Map.of("mail", mail));
    var origin = new SourceRecord.Origin("load-1", 2, NOW, NOW);
    return new SourceRecord(number, new RecordName("crm", "1"), 1, content, origin);
  }
}
