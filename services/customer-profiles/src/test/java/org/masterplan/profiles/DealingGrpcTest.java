package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.type.Money;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.imports.v1.ImportServiceGrpc;
import org.masterplan.imports.v1.ReplayRejectsRequest;
import org.masterplan.profiles.v1.BatchCreateDealingsRequest;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.ListPotentialCustomersRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;

class DealingGrpcTest extends DealingCalls {
  @Test
  void orders_makeAPersonsValue_howeverOftenTheyAreBrought() throws Exception {
    loadBoth();
    var orders =
        """
        id,time,source,record,amount,currency
        A-1,%1$s,crm,1,200000,
        A-2,%1$s,shop,a/1,50000,VND
        A-3,%1$s,crm,1,9.99,USD
        """
            .formatted(today);

    var first = bring("text/csv", orders);
    var again = bring("text/csv", orders);

    assertThat(first.getImported()).isEqualTo(3);
    assertThat(again.getImported()).isZero();
    assertThat(again.getUnchanged()).isEqualTo(3);
    var known = relations(ProfilesFixture.DATA, "0381234567");
    assertThat(known.getValue())
        .isEqualTo(Money.newBuilder().setCurrencyCode("VND").setUnits(250_000).build());
    assertThat(known.getValueRule()).isEqualTo("SPENT_12_MONTHS");
    assertThat(known.getOrders()).isEqualTo(2);
    assertThat(known.getOrdersLeftOut()).isEqualTo(1);
    var other = relations(ProfilesFixture.DATA, "0912345678");
    assertThat(other.hasValue()).isFalse();
    assertThat(other.hasSatisfaction()).isFalse();
  }

  /** The order's person was another profile when it was brought first. */
  @Test
  void anOrderThatIsBroughtAgain_afterAMerge_countsOnce() throws Exception {
    loadBoth();
    var orders = "id,time,phone,amount\nA-1,%s,0912 345 678,200000\n".formatted(today);
    bring("text/csv", orders);
    profiles(ProfilesFixture.DATA)
        .mergeProfiles(
            MergeProfilesRequest.newBuilder()
                .addProfiles(lookup(ProfilesFixture.DATA, "0381234567").getName())
                .addProfiles(lookup(ProfilesFixture.DATA, "0912345678").getName())
                .setReason("same person")
                .build());

    var again = bring("text/csv", orders.replace("0912 345 678", "+84912345678"));

    assertThat(again.getImported()).isZero();
    assertThat(again.getUnchanged()).isEqualTo(1);
    var known = relations(ProfilesFixture.DATA, "0381234567");
    assertThat(known.getOrders()).isEqualTo(1);
    assertThat(known.getValue().getUnits()).isEqualTo(200_000);
  }

  @Test
  void anOrderThatIsBroughtAgain_withAnotherAmount_countsAsItWasBroughtLast() throws Exception {
    loadBoth();
    var orders = "id,time,source,record,amount\nA-1,%s,crm,1,%s\n";
    bring("text/csv", orders.formatted(today, "200000"));

    var dearer = bring("text/csv", orders.formatted(today, "250000"));
    var again = bring("text/csv", orders.formatted(today, "250000"));

    assertThat(dearer.getUpdated()).isEqualTo(1);
    assertThat(again.getUnchanged()).isEqualTo(1);
    var known = relations(ProfilesFixture.DATA, "0381234567");
    assertThat(known.getOrders()).isEqualTo(1);
    assertThat(known.getValue().getUnits()).isEqualTo(250_000);
  }

  @Test
  void rowsThatAreReplayed_afterTheSameWasBroughtAnew_bringNothingOldBack() throws Exception {
    load("crm", "text/csv", CRM);
    var orders = "id,time,phone,amount\n7,%s,0987654322,%s\n";
    var monday = bring("text/csv", orders.formatted(today, "100000"));
    assertThat(monday.getRejectedCount()).isEqualTo(1);
    load("shop", "application/jsonl", SHOP);
    bring("text/csv", orders.formatted(today, "120000"));

    var replayed = replay(monday);

    assertThat(replayed.getUnchanged()).isEqualTo(1);
    var known = relations(ProfilesFixture.DATA, "0987654322");
    assertThat(known.getValue().getUnits()).isEqualTo(120_000);
    assertThat(replay(monday).getUnchanged()).isZero();
  }

  private ImportResult replay(ImportResult of) {
    return ImportServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA))
        .replayRejects(
            ReplayRejectsRequest.newBuilder()
                .setParent("imports/" + of.getImportId().replaceFirst("^imports/", ""))
                .build());
  }

  /** Each shop counts its orders from one. */
  @Test
  void ordersOfOneNumber_ofTwoPeople_areTwo() throws Exception {
    loadBoth();
    var orders = "id,time,phone,amount\n1,%1$s,0912345678,5\n1,%1$s,0987654322,7\n";

    assertThat(bring("text/csv", orders.formatted(today)).getImported()).isEqualTo(2);
  }

  @Test
  void ratings_areReadOnTheirScale() throws Exception {
    loadBoth();
    bring(
        "application/jsonl",
        """
        {"id":"r1","time":"%1$s","phone":"0381234567","score":"4"}
        {"id":"r2","time":"%1$s","email":"BUOI@x.vn","score":"9","scale":"10"}
        """
            .formatted(today));

    var known = relations(ProfilesFixture.DATA, "0381234567");

    assertThat(known.getSatisfaction()).isEqualTo(.85, within(1e-9));
    assertThat(known.getRatings()).isEqualTo(2);
  }

  @Test
  void rowsThatCannotBeTaken_areKept_andReplayed() throws Exception {
    load("crm", "text/csv", CRM);
    var answer =
        bring(
            "text/csv",
            """
            id,time,phone,amount,score,scale,community
            1,%1$s,0987654322,5000,,,
            2,%1$s,0912345678,minus five,,,
            3,%1$s,0912345678,,7,5,
            ,%1$s,0912345678,5,,,
            5,2999-01-01T00:00:00Z,0912345678,5,,,
            6,%1$s,0912345678,,,,
            """
                .formatted(today));

    assertThat(answer.getImported()).isZero();
    assertThat(answer.getRejectedList())
        .extracting(ImportResult.Rejected::getField)
        .containsExactlyInAnyOrder("phone", "amount", "score", "id", "time", "amount");
    assertThat(answer.toString()).doesNotContain("0987654322");
    load("shop", "application/jsonl", SHOP);
    var replayed = replay(answer);
    assertThat(replayed.getImported()).isEqualTo(1);
    assertThat(relations(ProfilesFixture.DATA, "0987654322").getValue().getUnits()).isEqualTo(5000);
  }

  @Test
  @Tag("cap-124")
  @Tag("cap-89")
  void cap124_relations_followWhatWasDone_bothWays_andAMerge() throws Exception {
    load(
        "page",
        "text/csv",
        "Mã KH,Họ và tên,SĐT,Facebook\n1,Lan,0912345670,lan.pham\n2,Minh,0912345671,minh.le\n");
    bring(
        "text/csv",
        """
        community,timestamp,author,kind,inReplyTo
        me-bim,%1$s,lan.pham,POST,
        me-bim,%1$s,minh.le,COMMENT,lan.pham
        """
            .formatted(today));

    var lan = relations(ProfilesFixture.DATA_WITH_PURPOSE, "0912345670");
    assertThat(lan.getRelationsList()).hasSize(1);
    var tie = lan.getRelations(0);
    assertThat(tie.getCommunity()).isEqualTo("communities/me-bim");
    assertThat(tie.getPosts()).isEqualTo(1);
    assertThat(tie.getReceived()).isEqualTo(1);
    assertThat(tie.getStrength()).isEqualTo(2.5 / 7.5 * .7, within(1e-3));
    assertThat(lan.getHandles(0).getHandle()).isEqualTo("lan.pham");
    assertThat(relations(ProfilesFixture.CMO, "0912345670").toString()).doesNotContain("lan.pham");
    profiles(ProfilesFixture.DATA)
        .mergeProfiles(
            MergeProfilesRequest.newBuilder()
                .addProfiles(lan.getProfile())
                .addProfiles(relations(ProfilesFixture.DATA, "0912345671").getProfile())
                .setReason("one account each")
                .build());

    var merged = relations(ProfilesFixture.DATA_WITH_PURPOSE, "0912345671");

    assertThat(merged.getRelations(0).getGiven()).isEqualTo(1);
    assertThat(merged.getRelations(0).getReceived()).isEqualTo(1);
    assertThat(merged.getHandlesList()).hasSize(2);
  }

  @Test
  @Tag("cap-112")
  void cap112_whoIsCloseAndBoughtNothing_isAFutureCustomer() throws Exception {
    loadBoth();
    create(Map.of("id", "1", "time", today, "phone", "0381234567", "amount", "300000"));
    for (var phone : new String[] {"0381234567", "0912345678"}) {
      create(
          Map.of(
              "time", today, "phone", phone, "community", "communities/me-bim", "kind", "EVENT"));
    }
    create(Map.of("time", today, "phone", "0987654322", "community", "me-bim", "kind", "POST"));

    var found =
        DealingServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.CMO))
            .listPotentialCustomers(
                ListPotentialCustomersRequest.newBuilder()
                    .setCommunity("communities/me-bim")
                    .setStrength(.2)
                    .build());

    // The one has bought, the other is too far away.
    assertThat(found.getPeopleList()).hasSize(1);
    var future = found.getPeople(0);
    assertThat(future.getProfile()).isEqualTo(lookup(ProfilesFixture.DATA, "0912345678").getName());
    assertThat(future.getStrength()).isEqualTo(3 / 8. * .7, within(1e-3));
    assertThat(found.getKnownValues()).isEqualTo(1);
    assertThat(future.getFutureValue().getUnits())
        .isEqualTo(Math.round(300_000 * future.getStrength()));
  }

  @Test
  void dealings_areForTheDataTeam() {
    assertThatThrownBy(
            () ->
                DealingServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.CMO))
                    .batchCreateDealings(BatchCreateDealingsRequest.getDefaultInstance()))
        .hasMessageContaining("PERMISSION_DENIED");
  }
}
