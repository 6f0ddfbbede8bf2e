package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;

/** What is held of a person in files of dealings, and brought again after they were erased. */
class ErasedDealingsTest extends ProfilesCalls {
  private final String today = Instant.now().minus(Duration.ofMinutes(5)).toString();

  @BeforeEach
  void load() throws Exception {
    loadBoth();
    load("page", "text/csv", "Mã KH,Họ và tên,SĐT,Facebook\n1,Lan,0912345670,lan.pham\n");
  }

  @Test
  void aFileThatIsBroughtAgain_leavesNothingOfWhoWasErased() throws Exception {
    var orders =
        """
        id,time,source,record,phone,email,amount
        A-1,%1$s,,,0381234567,,200000
        A-2,%1$s,,,,buoi@x.vn,50000
        A-3,%1$s,shop,a/1,,,5
        A-4,%1$s,,,0381234567,,minus five
        A-5,%1$s,,,0912345678,,7
        """
            .formatted(today);
    assertThat(bring("text/csv", orders).getImported()).isEqualTo(4);

    erase("0381234567");
    var again = bring("text/csv", orders + "A-6,%s,,,,BUOI@x.vn,8\n".formatted(today));

    assertThat(again.getImported()).isZero();
    assertThat(again.getUnchanged()).isEqualTo(1);
    assertThat(again.getRejectedTotal()).isEqualTo(5);
    assertThat(stored())
        .doesNotContain("0381234567")
        .doesNotContainIgnoringCase("buoi@x.vn")
        .doesNotContain("\"a/1\"");
  }

  /** They shared a telephone, and an order of the one never becomes the other's. */
  @Test
  void anOrderOfWhoWasErased_isNotThoseWhoShareTheirTelephone() throws Exception {
    var orders = "id,time,phone,amount\nA-1,%s,0381234567,200000\n".formatted(today);
    bring("text/csv", orders);
    erase("0381234567");
    load("late", "text/csv", "Mã KH,Họ và tên,SĐT\n9,Nguyễn Văn Cam,0381234567\n");

    assertThat(bring("text/csv", orders).getImported()).isZero();
    assertThat(bring("text/csv", orders.replace("A-1", "A-2")).getImported()).isEqualTo(1);
  }

  @Test
  void rowsThatNameAPersonByHandle_areShownAndErased() throws Exception {
    bring(
        "text/csv",
        """
        community,time,handle,in_reply_to,id,score
        ,%1$s,lan.pham,,r1,9
        ,%1$s,nobody,lan.pham,r2,9
        ,%1$s,nobody,minh.le,r3,9
        """
            .formatted(today));
    var name = lookup(ProfilesFixture.DATA, "0912345670").getName();
    var items =
        privacy()
            .exportPersonalData(ExportPersonalDataRequest.newBuilder().setName(name).build())
            .getPartsList()
            .stream()
            .flatMap(part -> part.getItemsList().stream())
            .toList();
    assertThat(items)
        .extracting(item -> item.getKind())
        .containsExactlyInAnyOrder("record", "rejected-dealing", "rejected-dealing");

    erase("0912345670");

    assertThat(stored()).doesNotContain("lan.pham").contains("minh.le");
    bring("text/csv", "id,time,handle,score\nr4,%s,facebook:Lan.Pham,3\n".formatted(today));
    assertThat(stored()).doesNotContainIgnoringCase("lan.pham");
  }

  @Test
  void rowsThatNameThePersonInAnotherNotation_areErased() throws Exception {
    bring(
        "text/csv",
        """
        community,time,handle,in_reply_to,id,score
        ,%1$s,facebook:lan.pham,,r1,9
        ,%1$s,nobody,Facebook: @Lan.Pham,r2,9
        ,%1$s,tiktok:lan.pham,,r3,9
        """
            .formatted(today));
    importConsents(
        """
        source,record,purpose,channel,state,evidence
        Sources/PAGE,1,nothing at all,SMS,YES,asked by lan
        shop,none,MARKETING,SMS,YES,facebook:lan.pham
        shop,none,MARKETING,SMS,YES,minh.le
        """);

    erase("0912345670");

    assertThat(stored())
        .doesNotContainIgnoringCase("facebook:lan.pham")
        .doesNotContain("@Lan.Pham", "asked by lan")
        .contains("tiktok:lan.pham", "minh.le");
  }

  /** Whatever the row and the record call the platform, it is one. */
  @ParameterizedTest
  @CsvSource({
    "twitter:lan72, Twitter:@Lan72",
    "x:lan72, twitter:lan72",
    "fb:lan72, Facebook:lan72",
    "facebook:lan72, fb:lan72",
    "website:lan72, OWNED_SITE:lan72",
  })
  void rowsThatNameThePlatformByAnotherWord_areShownAndErased(String record, String row)
      throws Exception {
    load("social", "text/csv", "Mã KH,Họ và tên,SĐT,Nick\n1,Mai,0912345699,%s\n".formatted(record));
    bring("text/csv", "id,time,handle,score\nr1,%s,%s,9\n".formatted(today, row));
    var name = lookup(ProfilesFixture.DATA, "0912345699").getName();
    var export = ExportPersonalDataRequest.newBuilder().setName(name).build();
    assertThat(
            privacy().exportPersonalData(export).getPartsList().stream()
                .flatMap(part -> part.getItemsList().stream()))
        .extracting(item -> item.getKind())
        .containsExactlyInAnyOrder("record", "rejected-dealing");

    erase("0912345699");

    assertThat(stored()).doesNotContainIgnoringCase("lan72");
    bring("text/csv", "id,time,handle,score\nr1,%s,%s,9\n".formatted(today, row));
    assertThat(stored()).doesNotContainIgnoringCase("lan72");
  }

  private void erase(String phone) {
    var name = lookup(ProfilesFixture.DATA, phone).getName();
    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 9").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasResponse());
  }

  private String stored() {
    var stored = new StringBuilder();
    for (var collection : List.of("rejects", "dealings", "records", "rejectedRows")) {
      f.database.getCollection(collection).find().forEach(d -> stored.append(d.toJson()));
    }
    return stored.toString();
  }
}
