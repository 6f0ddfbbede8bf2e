package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.FieldMask;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.privacy.app.Retention;
import org.masterplan.profiles.privacy.jobs.RetentionWork;
import org.masterplan.profiles.privacy.mongo.MongoSweeps;
import org.masterplan.profiles.source.app.Bodies;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.v1.BatchUpsertRecordsRequest;
import org.masterplan.profiles.v1.ColumnMapping;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.UpdateSourceRequest;

class RetentionTest extends ProfilesCalls {
  /** Nothing is loaded while sources are counted. */
  private static final Bodies NONE =
      (Bodies)
          Proxy.newProxyInstance(
              Bodies.class.getClassLoader(),
              new Class<?>[] {Bodies.class},
              (_, method, _) -> {
                throw new IllegalStateException(method.getName());
              });

  @Test
  void records_olderThanTheirSourceKeepsThem_areRemoved_andOnlyThose() throws Exception {
    loadBoth();
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM.replace("Trần Bình", "Trần Văn Bình"));

    assertThat(sweep()).isEqualTo(Map.of("sources/crm", 1L));

    assertThat(record("crm", "2")).isFalse();
    assertThat(record("crm", "1")).as("read before the source said how old it is").isTrue();
    assertThat(record("shop", "a/2")).isTrue();
    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0912345678"))
        .hasMessageContaining("NOT_FOUND");
    assertThat(lookup(ProfilesFixture.DATA, "0381234567").getName()).isNotEmpty();
    assertThat(sweep()).isEmpty();
  }

  @Test
  void sources_thatDoNotSayHowLong_keepEverything() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 0);
    load("crm", "text/csv", CRM);

    assertThat(sweep()).isEmpty();
    assertThat(record("crm", "2")).isTrue();
  }

  @Test
  void records_thatTheSourceSaysAgain_stay() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    keep("crm", "", 365);

    load("crm", "text/csv", CRM);

    assertThat(sweep()).isEmpty();
    assertThat(record("crm", "2")).isTrue();
  }

  @Test
  void round_goesOnlyAsFarAsItMay() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    Runnable lost =
        () -> {
          throw new IllegalStateException("lost");
        };

    assertThatThrownBy(() -> retention().sweep(lost, _ -> {})).hasMessage("lost");

    assertThat(record("crm", "2")).isTrue();
  }

  @Test
  void round_leavesNothingOfTheRecord_andSaysOnTheAuditTrailHowMany() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    load("crm", "text/csv", CRM.replace("Trần Bình", "Trần Văn Bình"));
    assertThat(stored()).contains("912345678");
    var notes = new AuditNotes(f.database, () -> "retention");
    var work = new RetentionWork(retention(), notes, f.stored.marks, f.stored.clock);
    var leases = new MongoLeases(f.database, f.stored.clock);
    var leasing = new Leasing(leases, "here", Duration.ofSeconds(30), f.stored.clock);

    assertThat(leasing.run("retention", work::round)).isTrue();

    assertThat(stored())
        .doesNotContain("912345678", "Trần Bình", "Trần Văn Bình")
        .contains("RECORDS_EXPIRED", "2 records older than 365 days");
    assertThat(f.stored.marks.all()).extracting(PushMarks.Mark::source).containsExactly("crm");
  }

  @Test
  void version_thatIsPushedInBetween_stays_andItsPersonIsStillKnown() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    keep("crm", "", 365);
    var name = lookup(ProfilesFixture.DATA, "0912345678").getName();

    retention(before(() -> load("crm", "text/csv", CRM.replace("Trần Bình", "Trần Văn Bình"))))
        .sweep(() -> {}, _ -> {});

    assertThat(record("crm", "2")).isTrue();
    assertThat(lookup(ProfilesFixture.DATA, "0912345678").getName()).isEqualTo(name);
  }

  @Test
  void round_thatDiesOnceItHasDeleted_isEndedByTheNextOne_andTold() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    Consumer<Retention.Removed> dies =
        _ -> {
          throw new IllegalStateException("died");
        };
    assertThatThrownBy(() -> retention().sweep(() -> {}, dies)).hasMessage("died");
    assertThat(record("crm", "2")).isFalse();

    assertThat(sweep()).isEqualTo(Map.of("sources/crm", 2L));

    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0912345678"))
        .hasMessageContaining("NOT_FOUND");
    assertThat(sweep()).isEmpty();
  }

  @Test
  void round_thatDiesBeforeItIsDecided_leavesNobodyInAProfile() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    var everybody = f.stored.identity.ask(Roster::everybody).toArray();
    var numbers = Arrays.stream(everybody).boxed().toList();
    var dying =
        before(
            () -> {
              f.stored.records.erase(f.stored.records.findNumbers(numbers).values());
              throw new IllegalStateException("died");
            });
    assertThatThrownBy(() -> retention(dying).sweep(() -> {}, _ -> {})).hasMessage("died");
    assertThat(f.stored.identity.<Integer>ask(Roster::liveRecords)).isEqualTo(2);

    assertThat(sweep()).isEqualTo(Map.of("sources/crm", 2L));

    assertThat(f.stored.identity.<Integer>ask(Roster::liveRecords)).isZero();
  }

  @Test
  void formerVersions_expireToo_whileTheRecordLivesOn() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    keep("crm", "", 365);
    load("crm", "text/csv", CRM.replace("Trần Bình", "Trần Văn Bình"));
    assertThat(stored()).contains("\"Trần Bình\"");
    var told = new ArrayList<Retention.Removed>();

    retention().sweep(() -> {}, told::add);

    assertThat(stored()).contains("Trần Văn Bình").doesNotContain("\"Trần Bình\"");
    assertThat(told).contains(new Retention.Removed("crm", 365, 0, 1));
  }

  private Map<String, Long> sweepInAMonth() {
    return sweepAt(f.stored.clock.instant().plus(Duration.ofDays(31)));
  }

  @Test
  void records_ofASourceThatIsLoadedWhole_expireBySilence() throws Exception {
    create("crm");
    keep("crm", "", 30);
    load("crm", "text/csv", CRM);

    assertThat(sweepInAMonth()).isEqualTo(Map.of("sources/crm", 2L));
  }

  /** Who pushes only what changes says nothing of those who stay as they are. */
  @Test
  void records_ofASourceThatPushes_stay_untilAllOfItWasRead() throws Exception {
    create("crm");
    keep("crm", "", 30);
    load("crm", "text/csv", CRM);
    push("2");

    assertThat(sweepInAMonth()).isEmpty();

    load("crm", "text/csv", CRM.replace("2,Trần Bình,0912345678,,1980\n", ""));
    assertThat(sweepInAMonth()).isEqualTo(Map.of("sources/crm", 1L));
    assertThat(record("crm", "1")).isTrue();
    assertThat(record("crm", "2")).isFalse();
  }

  @Test
  void records_ofASourceThatOnlyPushes_stay_andItSaysThatItWasNeverReadWhole() throws Exception {
    create("crm");
    sources(ProfilesFixture.DATA)
        .confirmMapping(
            ConfirmMappingRequest.newBuilder()
                .setName("sources/crm")
                .setMapping(
                    FieldMapping.newBuilder()
                        .setIdColumn("Mã KH")
                        .putFields(
                            "fullName", ColumnMapping.newBuilder().setColumn("Họ và tên").build()))
                .build());
    keep("crm", "", 30);
    push("2");

    assertThat(sweepInAMonth()).isEmpty();
    assertThat(source("crm").hasWholeReadTime()).isFalse();
  }

  /** By their age alone they would be gone at once: they were collected long ago. */
  @Test
  void records_ofADatabaseThatIsRetired_areThePlans_forAsLongAsTheyMayBeKept() throws Exception {
    create("crm");
    keep("crm", "2020-01-31", 365);
    load("crm", "text/csv", CRM);
    f.retire("crm");
    keep("crm", "2020-01-31", 30);

    assertThat(sweepAt(retired().plus(Duration.ofDays(29)))).isEmpty();
    assertThat(record("crm", "2")).isTrue();

    assertThat(sweepAt(retired().plus(Duration.ofDays(31)))).isEqualTo(Map.of("sources/crm", 2L));
    assertThat(record("crm", "2")).isFalse();
    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0912345678"))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void records_ofARetiredDatabase_thatDoesNotSayHowLong_areKept() throws Exception {
    create("crm");
    load("crm", "text/csv", CRM);
    f.retire("crm");

    assertThat(sweepAt(retired().plus(Duration.ofDays(36_500)))).isEmpty();
    assertThat(record("crm", "2")).isTrue();
  }

  /** Who only pushed says nothing any more: there is no reading of all rows to wait for. */
  @Test
  void records_thatWerePushedIntoARetiredDatabase_expireToo() throws Exception {
    create("crm");
    keep("crm", "", 30);
    load("crm", "text/csv", CRM);
    push("2");
    f.retire("crm");
    keep("crm", "", 30);
    var now = f.stored.clock.instant();
    var last = now.isAfter(retired()) ? now : retired();

    assertThat(sweepAt(last.plus(Duration.ofDays(31)))).isEqualTo(Map.of("sources/crm", 2L));
  }

  private Instant retired() {
    return f.stored.sources.find("crm").orElseThrow().replacement().since().orElseThrow();
  }

  private Map<String, Long> sweepAt(Instant time) {
    var removed = new HashMap<String, Long>();
    retention(f.stored.records, Clock.fixed(time, ZoneOffset.UTC))
        .sweep(() -> {}, r -> removed.merge("sources/" + r.source(), r.records(), Long::sum));
    removed.values().remove(0L);
    return removed;
  }

  private void push(String id) {
    sources(ProfilesFixture.DATA)
        .batchUpsertRecords(
            BatchUpsertRecordsRequest.newBuilder()
                .setParent("sources/crm")
                .addRows(
                    BatchUpsertRecordsRequest.Row.newBuilder()
                        .putCells("Mã KH", id)
                        .putCells("Họ và tên", "Trần Văn Bình"))
                .build());
    f.stored.countLater(f.stored.stores(NONE));
  }

  /** Everything that the service has stored. */
  private String stored() {
    var all = new StringBuilder();
    for (var name : f.database.listCollectionNames()) {
      f.database.getCollection(name).find().forEach(document -> all.append(document.toJson()));
    }
    return all.toString();
  }

  private Map<String, Long> sweep() {
    var removed = new HashMap<String, Long>();
    retention()
        .sweep(() -> {}, r -> removed.merge("sources/" + r.source(), r.records(), Long::sum));
    return removed;
  }

  private Retention retention() {
    return retention(f.stored.records);
  }

  private Retention retention(Records records) {
    return retention(records, f.stored.clock);
  }

  private Retention retention(Records records, Clock clock) {
    var resolving = new Retention.Resolving(f.stored.identity, f.stored.projection);
    var holding = new Retention.Holding(records, new MongoSweeps(f.database));
    return new Retention(f.stored.sources, holding, resolving, clock);
  }

  /** The same records, where something happens before any of them expires. */
  private Records before(Callable<?> expiring) {
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (_, method, arguments) -> {
              if (method.getName().equals("expire")) {
                expiring.call();
              }
              return method.invoke(f.stored.records, arguments);
            });
  }

  private boolean record(String source, String id) {
    return !f.stored.records.find(List.of(new RecordName(source, id))).isEmpty();
  }

  private Source source(String id) {
    return sources(ProfilesFixture.DATA)
        .getSource(GetSourceRequest.newBuilder().setName("sources/" + id).build());
  }

  private void keep(String id, String collectedUntil, int days) {
    var name = "sources/" + id;
    var old = source(id);
    var paths = new ArrayList<>(List.of("collected_until", "retention_days"));
    sources(ProfilesFixture.DATA)
        .updateSource(
            UpdateSourceRequest.newBuilder()
                .setSource(
                    Source.newBuilder()
                        .setName(name)
                        .setEtag(old.getEtag())
                        .setCollectedUntil(collectedUntil)
                        .setRetentionDays(days))
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(paths))
                .build());
  }
}
