package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.ReconcileSourceRequest;
import org.masterplan.profiles.v1.Replacement;
import org.masterplan.profiles.v1.ReplacementServiceGrpc;
import org.masterplan.profiles.v1.ReturnSourceRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.UpdateSourceRequest;

/** An old database is replaced, step by step, and each step says what keeps it. */
class ReplacementTest extends ReplacementCalls {
  @Test
  @Tag("cap-7")
  void anOldDatabase_goesItsWay_andItsRecordsStillAnswerByTheirOldIds() {
    describe("crm", "MARKETING");
    confirm("crm");
    var before = lookup("sources/crm/records/1");

    assertThat(reconcile("crm", 3).getState()).isEqualTo(Source.State.RECONCILED);
    advance("crm", Source.State.SHADOW);
    advance("crm", Source.State.MASTER_HERE);
    var readOnly = advance("crm", Source.State.READ_ONLY);
    assertThat(readOnly.getBlockersList())
        .extracting(Replacement.Blocker::getCode)
        .containsExactly("BLOCKED_SIGN_OFF");
    assertThatThrownBy(() -> retire("crm")).hasMessageContaining("has not let the old database go");
    assertThat(signOff("crm", ProfilesFixture.DAIRY).getSignOff().getSigner())
        .isEqualTo("quan@dairy");
    assertThat(retire("crm").getState()).isEqualTo(Source.State.RETIRED);

    assertThat(lookup("sources/crm/records/1")).isEqualTo(before);
    assertThat(lookup("sources/crm/records/2")).isNotEqualTo(before);
    assertThat(replacement("crm").getReconciliation().getRows()).isEqualTo(3);
    var board = board("");
    assertThat(board.getTotal()).isEqualTo(2);
    assertThat(board.getRetired()).isEqualTo(1);
    assertThat(board.getCountsList())
        .extracting(count -> count.getState() + " " + count.getSources())
        .containsExactlyInAnyOrder("LOADED 1", "RETIRED 1");
    assertThat(board("state = \"LOADED\"").getReplacementsList())
        .singleElement()
        .satisfies(
            shop -> {
              assertThat(shop.getName()).isEqualTo("sources/shop/replacement");
              assertThat(shop.getNextState()).isEqualTo(Source.State.RECONCILED);
              assertThat(shop.getBlockersList())
                  .extracting(Replacement.Blocker::getCode)
                  .containsExactly("BLOCKED_MAPPING", "BLOCKED_RECONCILIATION");
            });
  }

  @Test
  void aSource_saysWhoKeepsIt_andHowLong_andWhatItsFieldsAreWorth() {
    var kept =
        Source.newBuilder()
            .setName("sources/crm")
            .setSteward("employees/e-001")
            .setRetentionDays(730);
    var mask = FieldMask.newBuilder().addPaths("steward").addPaths("retention_days");
    var request = UpdateSourceRequest.newBuilder().setSource(kept).setUpdateMask(mask);

    var source = sources(ProfilesFixture.DATA).updateSource(request.build());

    assertThat(source.getSteward()).isEqualTo("employees/e-001");
    assertThat(source.getRetentionDays()).isEqualTo(730);
    assertThat(source.getTitle()).isEqualTo("Nguồn crm");
    assertThat(source.getQualityList())
        .filteredOn(field -> field.getField().equals("phone"))
        .singleElement()
        .satisfies(
            phone -> {
              assertThat(phone.getValid()).isEqualTo(2);
              assertThat(phone.getDistinct()).isEqualTo(2);
              assertThat(phone.getDistinctLow()).isEqualTo(2);
              assertThat(phone.getRepeated()).isZero();
              assertThat(phone.hasDrift()).isFalse();
            });
  }

  @Test
  void steps_outOfTurn_areRefused_inTheLanguageOfTheCaller() {
    assertThatThrownBy(() -> advance("crm", Source.State.SHADOW))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("is LOADED");
    assertThatThrownBy(() -> advance("crm", Source.State.RETIRED))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> retire("crm")).hasMessageContaining("FAILED_PRECONDITION");
    assertThatThrownBy(() -> signOff("crm", ProfilesFixture.CMO))
        .hasMessageContaining("FAILED_PRECONDITION");
    var vietnamese =
        ReplacementServiceGrpc.newBlockingStub(
            f.grpc.as(ProfilesFixture.CMO, Locale.forLanguageTag("vi")));
    assertThat(vietnamese.getReplacement(named("crm")).getBlockersList())
        .extracting(Replacement.Blocker::getText)
        .anySatisfy(text -> assertThat(text).contains("Chưa ai chịu trách nhiệm về ánh xạ"));
  }

  @Test
  void onlyTheOwner_letsTheDatabaseGo_andNotWhoReconciledIt() {
    f.retire("shop");
    describe("crm", "MARKETING");
    confirm("crm");
    reconcile("crm", 3);
    advance("crm", Source.State.SHADOW);
    advance("crm", Source.State.MASTER_HERE);
    advance("crm", Source.State.READ_ONLY);
    var other = new Actor("an@tea", ProfilesFixture.DAIRY.roles(), java.util.Set.of("tea"), "");
    assertThatThrownBy(() -> signOff("crm", other))
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining("businessUnits/dairy");
    assertThatThrownBy(() -> signOff("crm", ProfilesFixture.DATA))
        .hasMessageContaining("PERMISSION_DENIED");
    var same =
        new Actor(
            ProfilesFixture.DATA.subject(),
            ProfilesFixture.DAIRY.roles(),
            ProfilesFixture.DAIRY.units(),
            "");
    assertThatThrownBy(() -> signOff("crm", same))
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining("somebody else");
    signOff("crm", ProfilesFixture.DAIRY);

    var back =
        replacements(ProfilesFixture.DATA)
            .returnSource(
                ReturnSourceRequest.newBuilder()
                    .setName("sources/crm")
                    .setReason("still written into")
                    .setEtag(replacement("crm").getEtag())
                    .build());

    assertThat(back.getState()).isEqualTo(Source.State.MASTER_HERE);
    assertThat(back.hasSignOff()).isFalse();
  }

  @Test
  void aDatabase_isNotClosed_whileRowsComeIntoIt() {
    describe("crm", "MARKETING");
    confirm("crm");
    reconcile("crm", 3);
    advance("crm", Source.State.SHADOW);
    advance("crm", Source.State.MASTER_HERE);
    var coming = new PushMarks.Mark("crm", "load-1", f.stored.clock.instant());
    f.stored.marks.set(coming);

    assertThatThrownBy(() -> advance("crm", Source.State.READ_ONLY))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("try again in some minutes");
    f.stored.marks.remove(coming);
    advance("crm", Source.State.READ_ONLY);
    signOff("crm", ProfilesFixture.DAIRY);
    f.stored.marks.set(coming);
    assertThatThrownBy(() -> retire("crm")).hasMessageContaining("try again in some minutes");
    f.stored.marks.remove(coming);
    assertThat(retire("crm").getState()).isEqualTo(Source.State.RETIRED);
  }

  @Test
  void aStepOnWhatSomebodyElseChanged_isRefused() {
    confirm("crm");
    var old = replacement("crm").getEtag();
    reconcile("crm", 3);
    var late = ReconcileSourceRequest.newBuilder().setName("sources/crm").setRows(3);

    assertThatThrownBy(
            () ->
                replacements(ProfilesFixture.DATA)
                    .reconcileSource(late.setReason(WHY).setEtag(old).build()))
        .hasMessageContaining("ABORTED");
  }

  @Test
  void aBusinessUnit_meetsThePersonsOfItsOwnSourcesOnly() throws Exception {
    load("other", "text/csv", "id,Họ và tên,SĐT\n1,Phạm Lan,0912345670\n");
    var binh = lookup("sources/shop/records/a~2F2");
    var lan = lookup("sources/other/records/1");
    assertThat(met(ProfilesFixture.DAIRY)).isEmpty();
    describe("crm", "MARKETING");

    assertThat(met(ProfilesFixture.DAIRY))
        .hasSize(2)
        .contains(lookup("sources/crm/records/1"))
        .doesNotContain(binh, lan);
    assertThat(met(ProfilesFixture.CMO)).hasSize(4).contains(binh, lan);
    var unit = profiles(ProfilesFixture.DAIRY);
    var named = GetProfileRequest.newBuilder();
    assertThat(unit.getProfile(named.setName(lookup("sources/crm/records/1")).build()).getMasked())
        .isTrue();
    assertThatThrownBy(() -> unit.getProfile(named.setName(lan).build()))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> lookup(ProfilesFixture.DAIRY, "0912345670"))
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("your business unit");
    assertThat(lookup(ProfilesFixture.DAIRY, "0381234567").getRecordsList())
        .contains("sources/crm/records/1");
  }

  private List<String> met(Actor reader) {
    return profiles(reader).listProfiles(filtered("")).getProfilesList().stream()
        .map(profile -> profile.getName())
        .toList();
  }

  @Test
  void giveBack_namesEachRecordsPerson_andWhatIsKnownBetter_asFarAsItWasCollectedFor() {
    describe("crm", "MARKETING");
    describe("shop", "MARKETING");

    assertThat(giveBack("shop", Timestamp.getDefaultInstance()))
        .hasSize(2 + 3)
        .anySatisfy(line -> assertThat(line).startsWith("a/1,profiles/").endsWith(",,,,,,0"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(",fullName,NGUYEN THI BUOI,Nguyễn Thị Bưởi,sources/crm/records/1,"))
        .anySatisfy(line -> assertThat(line).contains(",email,,buoi@x.vn,"));
    describe("crm", "SERVICE");
    assertThat(giveBack("shop", Timestamp.getDefaultInstance()))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).endsWith(",,,,,,3"));
    assertThatThrownBy(() -> lines(ProfilesFixture.DATA, "shop", Timestamp.getDefaultInstance()))
        .hasMessageContaining("PERMISSION_DENIED");
  }

  @Test
  void giveBack_sinceATime_holdsThoseOfWhomSomethingChanged() throws Exception {
    var crm = giveBack("crm", Timestamp.getDefaultInstance());
    assertThat(crm).anySatisfy(line -> assertThat(line).startsWith("2,"));
    var since = Timestamps.fromMillis(f.stored.clock.instant().toEpochMilli() + 1);
    await().until(() -> f.stored.clock.millis() > Timestamps.toMillis(since));
    assertThat(giveBack("crm", since)).isEmpty();

    load(
        "other",
        "application/jsonl",
        "{\"id\":\"1\",\"full name\":\"Trần Bình\",\"phone\":\"0912345678\"}\n");

    assertThat(giveBack("crm", since))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("2,"));
  }

  /** A time from which on nothing has happened yet. */
  private Timestamp now() {
    var since = Timestamps.fromMillis(f.stored.clock.instant().toEpochMilli() + 1);
    await().until(() -> f.stored.clock.millis() > Timestamps.toMillis(since));
    return since;
  }

  private LongSet numbers(String source, String id) {
    var name = new RecordName(source, id);
    var record = f.stored.records.find(List.of(name)).values().iterator().next();
    return LongSet.of(record.number());
  }

  @Test
  void giveBack_sinceATime_holdsThoseWhoLostARecordToSomebodyElse() {
    var since = now();
    var minh = new Identity.Steward("minh", "seen the papers");

    f.stored.identity.split(lookup("sources/crm/records/1"), numbers("shop", "a/1"), minh);
    f.stored.projection.catchUp();

    assertThat(giveBack("crm", since))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("1,"));
  }

  @Test
  void giveBack_sinceATime_holdsThoseOfWhomAnotherSourcesRecordIsGone() {
    var since = now();

    f.stored.identity.remove(numbers("shop", "a/1"), new Identity.Steward("x", "retention"));
    f.stored.projection.catchUp();

    assertThat(giveBack("crm", since))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("1,"));
  }

  /** A line of no profile: forget whom you know by that id. */
  @Test
  void giveBack_namesTheRecordsOfWhoeverWasErased() {
    var before = now();
    var erase =
        EraseProfileRequest.newBuilder()
            .setName(lookup("sources/crm/records/2"))
            .setReason("asked to")
            .build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).getDone());

    var gone = giveBack("crm", before);

    assertThat(gone).anySatisfy(line -> assertThat(line).startsWith("2,,,,,,20").endsWith("Z,"));
    assertThat(giveBack("crm", Timestamp.getDefaultInstance())).containsAll(gone);
    assertThat(giveBack("crm", now())).isEmpty();
    assertThat(giveBack("shop", before)).noneMatch(line -> line.contains(",,,,,,20"));
  }

  @Test
  void giveBack_sinceATime_holdsEverybodyOnceValuesCountOtherwise() {
    var since = now();
    describe("crm", "MARKETING");
    assertThat(giveBack("crm", since)).as("other purposes").isNotEmpty();
    var trusted = now();
    var trust = Source.newBuilder().setName("sources/shop").setTrust(90);
    sources(ProfilesFixture.DATA)
        .updateSource(
            UpdateSourceRequest.newBuilder()
                .setSource(trust)
                .setUpdateMask(FieldMask.newBuilder().addPaths("trust"))
                .build());
    assertThat(giveBack("crm", trusted)).as("other trust").isNotEmpty();
    var ruled = now();
    assertThat(giveBack("crm", ruled)).isEmpty();
    f.rules = f.rules.next(Map.of(), "minh", f.stored.clock.instant());
    assertThat(giveBack("crm", ruled)).as("other rules").isNotEmpty();
  }

  @Test
  void aStateThatThereIsNot_isRefusedInAFilter() {
    assertThatThrownBy(() -> board("state = GONE"))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("state is \"GONE\"")
        .hasMessageContaining("MASTER_HERE");
    assertThat(board("state = RETIRED").getReplacementsList()).isEmpty();
  }
}
