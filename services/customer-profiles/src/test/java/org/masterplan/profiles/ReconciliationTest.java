package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.v1.ColumnMapping;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.Replacement;
import org.masterplan.profiles.v1.Source;

/** A steward signs that no row of an old database is missing. */
class ReconciliationTest extends ReplacementCalls {
  @Test
  void reconciliation_holdsOnlyIfEveryRowIsAccountedFor() throws Exception {
    confirm("crm");
    assertThatThrownBy(() -> reconcile("crm", 4))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("counts 4 rows")
        .hasMessageContaining("read 3");

    var signed = reconcile("crm", 3).getReconciliation();

    assertThat(signed.getRecords()).isEqualTo(2);
    assertThat(signed.getRejected()).isEqualTo(1);
    assertThat(signed.getSignature().getSigner()).isEqualTo(ProfilesFixture.DATA.subject());
    assertThat(signed.getSignature().getReason()).isEqualTo(WHY);
    load("crm", "text/csv", CRM + "4,Phạm Lan,0912345670,lan@x.vn,1990\n");
    assertThat(replacement("crm").getState()).isEqualTo(Source.State.LOADED);
    assertThat(replacement("crm").getLoadedSince()).isTrue();
    // What is lost in the store is noticed, whatever the load said of itself.
    f.database.getCollection("records").deleteOne(new Document("_id", "crm/4"));
    assertThatThrownBy(() -> reconcile("crm", 4))
        .hasMessageContaining("2 are records here, 1 are kept as rejected")
        .hasMessageContaining("1 are not accounted for");
  }

  @Test
  void reconciliation_countsRowsThatRepeatAndRecordsThatTheOldDatabaseDeleted() throws Exception {
    confirm("crm");
    load(
        "crm",
        "text/csv",
        """
        Mã KH,Họ và tên,SĐT,Email,Năm sinh
        1,Nguyễn Thị Bưởi,01681234567,buoi@x.vn,1992
        1,Nguyễn Thị Bưởi,01681234567,buoi@x.vn,1992
        """);

    var signed = reconcile("crm", 2).getReconciliation();

    assertThat(signed.getRecords()).isEqualTo(1);
    assertThat(signed.getRepeated()).isEqualTo(1);
    assertThat(signed.getAbsent()).isEqualTo(1);
  }

  @Test
  void reconciliation_isNotMisledByRecordsThatTheOldDatabaseDeleted() throws Exception {
    confirm("crm");
    load(
        "crm",
        "text/csv",
        """
        Mã KH,Họ và tên,SĐT,Email,Năm sinh
        1,Nguyễn Thị Bưởi,01681234567,buoi@x.vn,1992
        """);
    f.database.getCollection("records").deleteOne(new Document("_id", "crm/1"));

    assertThatThrownBy(() -> reconcile("crm", 1))
        .hasMessageContaining("0 are records here")
        .hasMessageContaining("1 are not accounted for");
  }

  @Test
  void reconciliation_byAnotherMappingThanItsRowsWereReadBy_isRefused() throws Exception {
    confirm("crm");
    var email = ColumnMapping.newBuilder().setColumn("Email").build();
    var mapping = FieldMapping.newBuilder().setIdColumn("Mã KH").putFields("email", email);
    sources(ProfilesFixture.DATA)
        .confirmMapping(
            ConfirmMappingRequest.newBuilder().setName("sources/crm").setMapping(mapping).build());

    assertThatThrownBy(() -> reconcile("crm", 3))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("load the whole database again");
    assertThat(replacement("crm").getBlockersList())
        .extracting(Replacement.Blocker::getCode)
        .contains("BLOCKED_MAPPED_SINCE");
    load("crm", "text/csv", CRM);
    assertThat(reconcile("crm", 3).getState()).isEqualTo(Source.State.RECONCILED);
  }

  @Test
  void reconciliation_whileRowsArePushed_isPutOff() {
    confirm("crm");
    var mark = new PushMarks.Mark("crm", "one", f.stored.clock.instant());
    f.stored.marks.set(mark);

    assertThatThrownBy(() -> reconcile("crm", 3))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("try again in some minutes");

    f.stored.marks.remove(mark);
    assertThat(reconcile("crm", 3).getState()).isEqualTo(Source.State.RECONCILED);
  }
}
