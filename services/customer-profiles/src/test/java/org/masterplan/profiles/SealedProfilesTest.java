package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.source.grpc.SpooledBodies;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.Profile;

/** The service whose installation has keys: no collection holds what people say of themselves. */
class SealedProfilesTest extends ProfilesCalls {
  private static final byte[] SECRET =
      "a secret of the installation's own".getBytes(StandardCharsets.UTF_8);
  static final Sealing SEALING = new KeyedSealing(Map.of(1, SECRET));

  private static final List<String> VALUES =
      List.of(
          "Bưởi",
          "BUOI",
          "buoi",
          "Trần",
          "binh",
          "Không Mã",
          "681234567",
          "381234567",
          "912345678",
          "912345679",
          "987654322",
          "944000111");

  /** Years that people were born in, standing alone: hashes have any four digits within. */
  private static final Pattern YEARS =
      Pattern.compile("(?<![0-9A-Za-z])(1992|1980)(?![0-9A-Za-z])");

  @Override
  StoredProfiles storing() {
    return new StoredProfiles("sealed", SEALING);
  }

  private List<Profile> found(String filter) {
    return profiles(ProfilesFixture.DATA_WITH_PURPOSE)
        .listProfiles(ListProfilesRequest.newBuilder().setFilter(filter).build())
        .getProfilesList();
  }

  private void push(String id, String phone) {
    var bodies = new SpooledBodies(new Spool(folder, Limits.usual()), new Uploads(Limits.usual()));
    var cells = Map.of("Mã KH", id, "Họ và tên", "Trần Bình", "SĐT", phone);
    f.stored
        .pushing(f.stored.stores(bodies))
        .push(
            new ResourceName("sources", "crm"),
            List.of(new Row.Good(1, cells)),
            ProfilesFixture.DATA);
  }

  @Test
  void noCollection_holdsAValueOfARecord() throws Exception {
    loadBoth();
    push("2", "0944000111");
    push("3", "not a phone");
    bring("text/csv", "id,time,phone,amount\nA-1,then,0381234567,5\n");
    importConsents(
        "source,record,purpose,channel,state,evidence\nshop,x,P,SMS,YES,buoi 0381234567\n");

    var holding = new TreeMap<String, String>();
    for (var collection : f.database.listCollectionNames()) {
      for (var document : f.database.getCollection(collection).find()) {
        var text = document.toJson();
        VALUES.stream().filter(text::contains).forEach(value -> holding.put(collection, value));
        YEARS.matcher(text).results().forEach(year -> holding.put(collection, year.group()));
      }
    }

    assertThat(holding).isEmpty();
    assertThat(f.database.getCollection("records").countDocuments()).isEqualTo(5);
    assertThat(f.database.getCollection("rejectedRows").countDocuments()).isPositive();
    assertThat(f.database.getCollection("rejects").countDocuments()).isEqualTo(2);
  }

  @Test
  void rowsThatWereNotTaken_areFoundForTheirPerson_andErased() throws Exception {
    loadBoth();
    bring("text/csv", "id,time,phone,amount\nA-1,then,0381234567,5\n");
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var export = ExportPersonalDataRequest.newBuilder().setName(name).build();
    assertThat(privacy().exportPersonalData(export).getPartsList().toString())
        .contains("rejected-dealing", "0381234567");

    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 9").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasResponse());

    assertThat(f.database.getCollection("rejects").countDocuments()).isZero();
  }

  @Test
  void rowsKeptBefore_areSealedAnew_andReadAsTheyAre() throws Exception {
    var open = new Rejects(f.database, f.stored.clock);
    var row = new Row.Bad(2, Map.of("phone", "0381234567"), "phone", "0381234567", "X", Map.of());
    try (var recording = open.record(Imported.of("consents-1", List.of("phone")))) {
      recording.accept(row);
    }

    assertThat(f.rejects.sealAgain("", 10).sealed()).isEqualTo(1);

    var stored = f.database.getCollection("rejects").find().first();
    assertThat(stored).isNotNull();
    assertThat(stored.toJson()).doesNotContain("381234567");
    assertThat(f.rejects.list("consents-1", 0, 10)).containsExactly(row);
    assertThat(f.rejects.about(List.of("+84381234567"))).hasSize(1);
    assertThat(f.rejects.sealAgain("", 10).sealed()).isZero();
  }

  @Test
  void people_areFoundByWhatIsEqual_andReadAsTheyAre() throws Exception {
    loadBoth();

    var buoi = lookup(ProfilesFixture.DATA_WITH_PURPOSE, "0381234567");
    assertThat(buoi.getValuesMap().get("fullName").getValue()).isEqualTo("Nguyễn Thị Bưởi");
    assertThat(buoi.getRecordsList()).hasSize(2);
    assertThat(found("birth_year=1980")).hasSize(1);
    assertThat(found("name=\"nguyen thi buoi\""))
        .extracting(Profile::getName)
        .containsExactly(buoi.getName());
    assertThat(found("source=\"sources/shop\" AND NOT birth_year=1992")).hasSize(1);
  }

  @Test
  void people_areNotFoundByBeginnings_andThatIsSaid() throws Exception {
    loadBoth();

    assertThatThrownBy(() -> found("buo"))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("sealed");
    assertThatThrownBy(() -> found("birth_year<1990")).hasMessageContaining("INVALID_ARGUMENT");
  }
}
