package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.profile.app.GoldenDesk;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.grpc.GoldenGrpcService;
import org.masterplan.profiles.profile.mongo.MongoRuleBook;
import org.masterplan.profiles.v1.GetFieldConflictsRequest;
import org.masterplan.profiles.v1.GetGoldenRulesRequest;
import org.masterplan.profiles.v1.GoldenRules;
import org.masterplan.profiles.v1.GoldenValueServiceGrpc;
import org.masterplan.profiles.v1.PreviewGoldenRulesRequest;
import org.masterplan.profiles.v1.UpdateGoldenRulesRequest;

class GoldenGrpcTest extends ProfilesCalls {
  private static final String WEB =
      """
      {"id":"w/1","full name":"Nguyễn Thị Bưởi","phone":"038 123 4567","email":"b@y.vn"}
      {"id":"w/2","full name":"Trần Bình","phone":"0912345678","email":"binh@x.vn"}
      """;
  private static final GoldenRules.FieldRule MOST_SAID =
      GoldenRules.FieldRule.newBuilder()
          .setField("fullName")
          .setFirst(GoldenRules.Criterion.NEWEST)
          .build();

  private Reading reading;
  private GrpcTest grpc;

  @BeforeEach
  void serve() throws Exception {
    loadBoth();
    load("web", "application/jsonl", WEB);
    var on = f.stored;
    var book = new MongoRuleBook(f.database);
    reading = new Reading(on.identity, on.records, on.sources, book::current);
    var notes = new AuditNotes(f.database, () -> "note-" + on.numbers.incrementAndGet());
    var sight = new Sight((seen, entry) -> notes.add(String.join(" ", seen), entry), on.clock);
    var desk = new GoldenDesk(book, reading, on.identity, sight, on.clock);
    grpc = GrpcTest.serving(new GoldenGrpcService(desk));
  }

  @AfterEach
  void stop() {
    grpc.close();
  }

  private GoldenValueServiceGrpc.GoldenValueServiceBlockingStub as(Actor actor) {
    return GoldenValueServiceGrpc.newBlockingStub(grpc.as(actor));
  }

  private GoldenRules rules() {
    return as(ProfilesFixture.PRIVACY).getGoldenRules(GetGoldenRulesRequest.getDefaultInstance());
  }

  private UpdateGoldenRulesRequest.Builder update(String etag) {
    return UpdateGoldenRulesRequest.newBuilder()
        .addFields(
            GoldenRules.FieldRule.newBuilder()
                .setField("email")
                .setFirst(GoldenRules.Criterion.FULLEST))
        .setReason("mail bounces")
        .setEtag(etag);
  }

  @Test
  void updateGoldenRules_isSeenInWhatIsReadFromThen_andSaysWhoSetIt() {
    var before = rules();
    assertThat(before.getSetter()).isEmpty();
    assertThat(before.hasUpdateTime()).isFalse();

    var set = as(ProfilesFixture.DATA).updateGoldenRules(update(before.getEtag()).build());

    assertThat(set.getSetter()).isEqualTo("data_team");
    assertThat(set.hasUpdateTime()).isTrue();
    assertThat(rules()).isEqualTo(set);
    var buoi =
        reading.lookup(
            org.masterplan.profiles.dictionary.domain.Key.of("email", "b@y.vn").orElseThrow());
    assertThat(buoi.profile().values().get("email").rule())
        .isEqualTo(org.masterplan.profiles.profile.domain.Value.Rule.FULLEST);
    assertThat(buoi.profile().values().get("email").value()).isEqualTo("buoi@x.vn");
  }

  @Test
  void updateGoldenRules_ofWhatNobodyHasSeen_orOfNoField_orByOthers_isRefused() {
    var etag = rules().getEtag();
    as(ProfilesFixture.DATA).updateGoldenRules(update(etag).build());

    assertThatThrownBy(() -> as(ProfilesFixture.DATA).updateGoldenRules(update(etag).build()))
        .hasMessageContaining("ABORTED");
    var odd = update(rules().getEtag()).addFields(MOST_SAID.toBuilder().setField("shoe")).build();
    assertThatThrownBy(() -> as(ProfilesFixture.DATA).updateGoldenRules(odd))
        .hasMessageContaining("INVALID_ARGUMENT");
    var twice = update(rules().getEtag()).addFields(MOST_SAID).addFields(MOST_SAID).build();
    assertThatThrownBy(() -> as(ProfilesFixture.DATA).updateGoldenRules(twice))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> as(ProfilesFixture.PRIVACY).updateGoldenRules(update(etag).build()))
        .hasMessageContaining("PERMISSION_DENIED");
  }

  @Test
  void previewGoldenRules_showsWhatWouldBeAnother_andChangesNothing() {
    var shortest =
        PreviewGoldenRulesRequest.newBuilder()
            .addFields(
                GoldenRules.FieldRule.newBuilder()
                    .setField("email")
                    .setFirst(GoldenRules.Criterion.FULLEST))
            .build();

    var masked = as(ProfilesFixture.DATA).previewGoldenRules(shortest);
    var open = as(ProfilesFixture.DATA_WITH_PURPOSE).previewGoldenRules(shortest);

    assertThat(open.getSampled()).isEqualTo(2);
    assertThat(open.getChangesList()).hasSize(1);
    assertThat(open.getChanges(0).getField()).isEqualTo("email");
    assertThat(open.getExamples(0).getBefore()).isEqualTo("b@y.vn");
    assertThat(open.getExamples(0).getAfter()).isEqualTo("buoi@x.vn");
    assertThat(masked.getMasked()).isTrue();
    assertThat(masked.toString()).doesNotContain("buoi@");
    assertThat(rules().getSetter()).isEmpty();
  }

  @Test
  void getFieldConflicts_countsPersonsWhoseSourcesContradictEachOther() {
    var conflicts =
        as(ProfilesFixture.CMO).getFieldConflicts(GetFieldConflictsRequest.getDefaultInstance());

    assertThat(conflicts.getProfiles()).isEqualTo(2);
    assertThat(conflicts.getSampled()).isEqualTo(2);
    var email =
        conflicts.getFieldsList().stream()
            .filter(each -> each.getField().equals("email"))
            .findFirst()
            .orElseThrow();
    assertThat(email.getProfiles()).isEqualTo(1);
    assertThat(email.getConflicting()).isEqualTo(1);
    var name =
        conflicts.getFieldsList().stream()
            .filter(each -> each.getField().equals("fullName"))
            .findFirst()
            .orElseThrow();
    assertThat(name.getProfiles()).isEqualTo(2);
    assertThat(name.getConflicting()).isZero();
    assertThat(name.getHigh()).isZero();
  }
}
