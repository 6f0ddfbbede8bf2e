package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.history.app.ProfileHistory;
import org.masterplan.profiles.history.grpc.HistoryGrpcService;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.GetProfileHistoryRequest;
import org.masterplan.profiles.v1.HistoryServiceGrpc;
import org.masterplan.profiles.v1.ProfileHistory.Change;

/** What stewards joined and parted, as both profiles tell it. */
class HistoryGrpcTest {
  private static final Identity.Steward LAN = new Identity.Steward("lan", "one phone");
  private static final Identity.Steward MINH = new Identity.Steward("minh", "two sisters");

  private final StoredProfiles stored = new StoredProfiles("history");
  private GrpcTest grpc;

  @BeforeEach
  void serve() {
    var history = new ProfileHistory(stored.journal, stored.records);
    grpc = GrpcTest.serving(new HistoryGrpcService(history));
  }

  @AfterEach
  void stop() {
    grpc.close();
  }

  private SourceRecord load(String id, String phone) {
    var values = Map.of("fullName", "Lê An", "phone", phone);
    var origin = new SourceRecord.Origin("profiles-1", 2, Instant.EPOCH, Instant.EPOCH);
    var content = new SourceRecord.Content(values, values);
    var record =
        new SourceRecord(
            stored.numbers.incrementAndGet(), new RecordName("crm", id), 1, content, origin);
    stored.records.store(List.of(record));
    stored.identity.resolve(List.of(record), "loader");
    return record;
  }

  private String profile(SourceRecord record) {
    return ProfileId.name(stored.identity.<Long>ask(r -> r.profileOf(record.number())));
  }

  private List<Change> history(String name, Actor actor) {
    return HistoryServiceGrpc.newBlockingStub(grpc.as(actor))
        .getProfileHistory(GetProfileHistoryRequest.newBuilder().setName(name).build())
        .getChangesList();
  }

  @Test
  void history_tellsWhatWasJoined_andParted_newestFirst_onBothSides() {
    var one = load("1", "+84912345678");
    var other = load("2", "+84987654321");
    var kept = profile(one);
    var gone = profile(other);
    assertThat(history(kept, ProfilesFixture.DATA)).as("matched alone").isEmpty();

    stored.identity.merge(List.of(kept, gone), LAN);
    stored.identity.split(kept, LongSet.of(other.number()), MINH);

    var changes = history(kept, ProfilesFixture.DATA);
    assertThat(changes)
        .extracting(Change::getKind)
        .containsExactly(Change.Kind.PARTED, Change.Kind.JOINED);
    assertThat(changes).allMatch(change -> change.getOther().equals(gone));
    assertThat(changes).allMatch(change -> change.getRecordCount() == 1);
    assertThat(changes.getFirst().getRecordsList()).containsExactly("sources/crm/records/2");
    assertThat(changes.getFirst().getActor()).isEqualTo("minh");
    assertThat(changes.getFirst().getCause()).isEqualTo("SPLIT");
    assertThat(changes.getFirst().getReason()).isEqualTo("two sisters");
    assertThat(changes.getLast().getReason()).isEqualTo("one phone");
    assertThat(changes.getFirst().getJournal()).isGreaterThan(changes.getLast().getJournal());
    assertThat(history(gone, ProfilesFixture.PRIVACY))
        .extracting(Change::getKind)
        .containsExactly(Change.Kind.CAME, Change.Kind.WENT);
  }

  @Test
  void history_ofRecordsThatAreErased_countsThemAndNamesNone() {
    var one = load("1", "+84912345678");
    var other = load("2", "+84987654321");
    var kept = profile(one);
    stored.identity.merge(List.of(kept, profile(other)), LAN);

    stored.records.erase(List.of(other));

    var joined = history(kept, ProfilesFixture.DATA).getFirst();
    assertThat(joined.getRecordsList()).isEmpty();
    assertThat(joined.getRecordCount()).isEqualTo(1);
  }

  @Test
  void history_ofNobody_isEmpty_andIsNotForEverybody() {
    assertThat(history("profiles/000000000000", ProfilesFixture.DATA)).isEmpty();
    assertThatThrownBy(() -> history("profiles/nobody", ProfilesFixture.DATA))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> history("profiles/000000000000", ProfilesFixture.CMO))
        .hasMessageContaining("PERMISSION_DENIED");
  }
}
