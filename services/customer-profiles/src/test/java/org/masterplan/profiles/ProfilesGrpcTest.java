package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.v1.BatchGetContactsRequest;
import org.masterplan.profiles.v1.CountSegmentsRequest;
import org.masterplan.profiles.v1.ExplainProfileRequest;
import org.masterplan.profiles.v1.ExplainProfileResponse;
import org.masterplan.profiles.v1.ExportCrosswalkRequest;
import org.masterplan.profiles.v1.GetProfilesSummaryRequest;
import org.masterplan.profiles.v1.ListProfileChangesRequest;
import org.masterplan.profiles.v1.ListRecordsRequest;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.PeopleCount;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ResolveKeysRequest;
import org.masterplan.profiles.v1.SplitProfileRequest;
import org.masterplan.profiles.v1.StreamAudienceRequest;
import org.masterplan.profiles.v1.SuggestMappingRequest;

class ProfilesGrpcTest extends ProfilesCalls {
  @Test
  void loadSource_thenLookup_inAnyNotation_withProvenance() throws Exception {
    loadBoth();

    for (var phone : List.of("01681234567", "0381234567", "+84 381 234 567")) {
      var found = lookup(ProfilesFixture.DATA_WITH_PURPOSE, phone);
      assertThat(found.getValuesOrThrow("fullName").getValue()).isEqualTo("Nguyễn Thị Bưởi");
      assertThat(found.getValuesOrThrow("fullName").getRecord()).isEqualTo("sources/crm/records/1");
      assertThat(found.getRecordsList())
          .containsExactly("sources/crm/records/1", "sources/shop/records/a~2F1");
      assertThat(found.getSegmentsList()).containsExactly("segments/young");
      assertThat(found.getMembershipsList()).hasSize(1);
      assertThat(found.getMasked()).isFalse();
    }
    assertThat(f.database.getCollection("auditNotes").countDocuments()).isEqualTo(3);
  }

  @Test
  void lookup_withoutPurpose_isMasked() throws Exception {
    loadBoth();

    var found = lookup(ProfilesFixture.DATA, "0381234567");

    assertThat(found.getMasked()).isTrue();
    assertThat(found.toString())
        .doesNotContain("Bưởi")
        .doesNotContain("buoi@")
        .doesNotContain("381234567");
    assertThat(f.database.getCollection("auditNotes").countDocuments()).isZero();
  }

  @Test
  void lookup_ofNobody_isNotFound_withoutTheValue() {
    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0381234567"))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
              assertThat(e.getMessage()).doesNotContain("381234567");
            });
  }

  @Test
  @Tag("cap-133")
  void cap133_listProfiles_findsANameWithoutMarks() throws Exception {
    loadBoth();

    for (var typed : List.of("buoi", "nguyen bu", "Bưởi", "Bu\u031bo\u031b\u0309i")) {
      var found = profiles(ProfilesFixture.DATA).listProfiles(filtered("\"" + typed + "\""));
      assertThat(found.getProfilesList()).as(typed).hasSize(1);
    }
    assertThat(
            profiles(ProfilesFixture.CMO)
                .listProfiles(filtered("segment = \"segments/young\""))
                .getProfilesList())
        .hasSize(1);
    assertThat(
            profiles(ProfilesFixture.CMO)
                .listProfiles(filtered("birthYear < 1990"))
                .getProfilesList())
        .hasSize(1);
  }

  @Test
  void operation_tellsProgress_andRejectsAreKept() throws Exception {
    var operation = load("crm", "text/csv", CRM);
    var done = operation(operation);

    assertThat(done.getName()).startsWith("operations/profiles-load-");
    var metadata = done.getMetadata().unpack(LoadProgress.class);
    assertThat(metadata.getRead()).isEqualTo(3);
    assertThat(metadata.getAccepted()).isEqualTo(2);
    assertThat(metadata.getRejected()).isEqualTo(1);
    assertThat(metadata.getBytes()).isEqualTo(metadata.getTotalBytes()).isPositive();
    assertThat(done.getResponse().unpack(ImportResult.class).getImported()).isEqualTo(2);
    var rejected =
        sources(ProfilesFixture.DATA)
            .listRejectedRows(
                ListRejectedRowsRequest.newBuilder().setParent("sources/crm").build());
    assertThat(rejected.getRejectedRows(0).getCode()).isEqualTo("RECORD_ID_MISSING");
    assertThat(rejected.getRejectedRows(0).getLine()).isEqualTo(4);
  }

  @Test
  void mergeAndSplit_keepNames_andTheFeedTells() throws Exception {
    loadBoth();
    var crm = lookup(ProfilesFixture.DATA, "0912345678").getName();
    var shop = lookup(ProfilesFixture.DATA, "0987654322").getName();

    var merged =
        profiles(ProfilesFixture.DATA)
            .mergeProfiles(
                MergeProfilesRequest.newBuilder()
                    .addProfiles(crm)
                    .addProfiles(shop)
                    .setReason("same man")
                    .build());
    assertThat(merged.getName()).isEqualTo(crm);
    assertThat(merged.getAliasesList()).containsExactly(shop);
    assertThat(get(shop).getName()).isEqualTo(crm);
    assertThat(explain(crm)).contains("steward");
    assertThat(moved(shop)).isEqualTo(crm);

    var split =
        profiles(ProfilesFixture.DATA)
            .splitProfile(
                SplitProfileRequest.newBuilder()
                    .setName(crm)
                    .addRecords("sources/shop/records/a~2F2")
                    .setEtag(merged.getEtag())
                    .setReason("father and son")
                    .build());
    assertThat(split.getProfilesList()).extracting(Profile::getName).containsExactly(crm, shop);
    assertThat(moved(shop)).isEmpty();
  }

  @Test
  void explain_namesTheKeysThatLink() throws Exception {
    loadBoth();

    assertThat(explain(lookup(ProfilesFixture.DATA, "0381234567").getName()))
        .containsExactly("phone");
  }

  @Test
  void crosswalk_hasEveryRecordOnce() throws Exception {
    loadBoth();
    var csv = new StringBuilder();
    profiles(ProfilesFixture.DATA)
        .exportCrosswalk(ExportCrosswalkRequest.getDefaultInstance())
        .forEachRemaining(part -> csv.append(part.getData().toStringUtf8()));

    assertThat(csv.toString().lines()).hasSize(5).first().isEqualTo("source,record,profile");
    assertThat(csv.toString()).contains("shop,a/1,profiles/");
  }

  @Test
  void services_resolveKeysAndReadContacts() throws Exception {
    loadBoth();
    var asked =
        ResolveKeysRequest.newBuilder()
            .addKeys(ResolveKeysRequest.Keys.newBuilder().setEmail("BUOI@x.vn"))
            .addKeys(ResolveKeysRequest.Keys.newBuilder().setRecord("sources/shop/records/a/1"))
            .addKeys(ResolveKeysRequest.Keys.newBuilder().setPhone("0900000000"))
            .build();
    var answer = profiles(ProfilesFixture.SERVICE).resolveKeys(asked);
    var name = answer.getProfiles(0);

    assertThat(answer.getProfilesList()).containsExactly(name, name, "");
    var contacts =
        profiles(ProfilesFixture.SERVICE)
            .batchGetContacts(BatchGetContactsRequest.newBuilder().addNames(name).build());
    assertThat(contacts.getContacts(0).getPhonesList()).containsExactly("+84381234567");
    assertThat(contacts.getContacts(0).getBirthYear()).isEqualTo(1992);
    var young = StreamAudienceRequest.newBuilder().addSegments("segments/young").build();
    assertThat(profiles(ProfilesFixture.SERVICE).streamAudience(young)).toIterable().hasSize(1);
    assertThat(
            profiles(ProfilesFixture.CMO)
                .countSegments(CountSegmentsRequest.getDefaultInstance())
                .getCounts(0)
                .getProfiles())
        .isEqualTo(1);
    assertThatThrownBy(
            () ->
                profiles(ProfilesFixture.DATA)
                    .batchGetContacts(BatchGetContactsRequest.getDefaultInstance()))
        .hasMessageContaining("PERMISSION_DENIED");
  }

  /** That a key means somebody says that some source knows them. */
  @Test
  void resolveKeys_isNotForUnits_norForThoseWhoMeetNobody() throws Exception {
    loadBoth();
    var asked =
        ResolveKeysRequest.newBuilder()
            .addKeys(ResolveKeysRequest.Keys.newBuilder().setEmail("buoi@x.vn"))
            .build();

    for (var reader : List.of(ProfilesFixture.DAIRY, ProfilesFixture.ADMINISTRATOR)) {
      assertThatThrownBy(() -> profiles(reader).resolveKeys(asked))
          .hasMessageContaining("PERMISSION_DENIED");
    }
    assertThat(profiles(ProfilesFixture.DATA).resolveKeys(asked).getProfiles(0)).isNotEmpty();
  }

  @Test
  void suggestMapping_readsASample_andSummaryCounts() throws Exception {
    create("crm");
    var suggested =
        sources(ProfilesFixture.DATA)
            .suggestMapping(
                SuggestMappingRequest.newBuilder()
                    .setName("sources/crm")
                    .setSample(ByteString.copyFromUtf8(CRM))
                    .build());
    assertThat(suggested.getMapping().getFieldsMap())
        .containsKeys("fullName", "phone", "email", "birthYear");
    assertThat(suggested.getMapping().getFieldsOrThrow("phone").getColumn()).isEqualTo("SĐT");

    loadBoth();
    var summary =
        profiles(ProfilesFixture.CMO)
            .getProfilesSummary(GetProfilesSummaryRequest.getDefaultInstance());
    assertThat(summary.getSourcesTotal()).isEqualTo(2);
    assertThat(summary.getRecords()).isEqualTo(4);
    assertThat(summary.getProfiles()).isEqualTo(3);
    assertThat(summary.getDuplicateInflation()).isEqualTo(4 / 3.0);
    assertThat(summary.hasDuplicateInflationLow()).isFalse();
    assertThat(summary.getPeople().getCertainty()).isEqualTo(PeopleCount.Certainty.AT_MOST);
    assertThat(summary.getPeople().getProfiles()).isEqualTo(3);
    assertThat(summary.getPeople().hasLow()).isFalse();
  }

  /** Two telephones of which readers see the same end. */
  @Test
  void explain_withAnother_comparesWhatIsKnown_notWhatIsShown() throws Exception {
    load(
        "crm",
        "text/csv",
        "Mã KH,Họ và tên,SĐT\n1,Nguyễn Thị Lan,0912345678\n2,Nguyễn Lan,0987654378\n");
    var lan = lookup(ProfilesFixture.DATA, "0912345678");
    var other = lookup(ProfilesFixture.DATA, "0987654378");
    assertThat(lan.getValuesOrThrow("phone").getValue())
        .isEqualTo(other.getValuesOrThrow("phone").getValue());

    var request = ExplainProfileRequest.newBuilder().setName(lan.getName());
    var compared =
        profiles(ProfilesFixture.DATA)
            .explainProfile(request.setOther(other.getName()).build())
            .getComparisonsList();

    assertThat(compared)
        .extracting(each -> each.getField() + " " + each.getLikeness())
        .containsExactly("fullName NEAR", "phone OTHER");
    assertThat(profiles(ProfilesFixture.DATA).explainProfile(request.clearOther().build()))
        .returns(0, ExplainProfileResponse::getComparisonsCount);
    assertThatThrownBy(
            () ->
                profiles(ProfilesFixture.DATA)
                    .explainProfile(request.setOther("profiles/000000000000").build()))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void lists_giveTokensOfTheirOwn_andRefuseThoseOfAnother() throws Exception {
    load("crm", "text/csv", CRM + ",Cô Hoa,0912345677,,1991\n");
    load("shop", "application/jsonl", SHOP);
    var stub = sources(ProfilesFixture.DATA);
    var records = ListRecordsRequest.newBuilder().setParent("sources/crm").setPageSize(1);
    var rows = ListRejectedRowsRequest.newBuilder().setParent("sources/crm").setPageSize(1);

    var first = stub.listRecords(records.build());
    var rejected = stub.listRejectedRows(rows.build());
    records.setPageToken(first.getNextPageToken());
    var second = stub.listRecords(records.build());
    rows.setPageToken(rejected.getNextPageToken());

    assertThat(first.getRecords(0).getName()).endsWith("/1");
    assertThat(second.getRecords(0).getName()).endsWith("/2");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(stub.listRejectedRows(rows.build()).getRejectedRowsCount()).isEqualTo(1);
    assertThat(stub.listRejectedRows(rows.build()).getRejectedRows(0))
        .isNotEqualTo(rejected.getRejectedRows(0));
    records.setParent("sources/shop");
    assertThatThrownBy(() -> stub.listRecords(records.build()))
        .hasMessageContaining("page_token belongs to another query");
    rows.setPageToken(first.getNextPageToken());
    assertThatThrownBy(() -> stub.listRejectedRows(rows.build()))
        .hasMessageContaining("page_token belongs to another query");
    assertThatThrownBy(() -> stub.listRejectedRows(rows.setPageToken("crm.0000000004").build()))
        .hasMessageContaining("page_token is not one of ours");
  }

  @Test
  void loadSource_ofJsonLinesWithoutAContentType_isNotHeldToItsFirstObject() throws Exception {
    load("shop", "application/jsonl", SHOP);

    var few = "{\"id\":\"a/3\",\"full name\":\"Lê Ngắn\"}\n";
    var done = load("shop", "", few + "{\"id\":\"a/4\",\"phone\":\"0987654377\"}\n");

    assertThat(done.getResponse().unpack(ImportResult.class).getImported()).isEqualTo(2);
  }

  @Test
  void feed_isDigestedAsItsFollowersTakeIt() throws Exception {
    loadBoth();
    var changes =
        profiles(ProfilesFixture.SERVICE)
            .listProfileChanges(ListProfileChangesRequest.getDefaultInstance())
            .getChangesList();
    var taken = new Digest.Buckets();
    changes.forEach(change -> taken.add(change.getName(), change.getJournal()));
    var documents = new VersionedDocuments(f.database, MongoCards.indexes().collection());

    assertThat(changes).hasSizeGreaterThan(1);
    assertThat(taken.digests()).isEqualTo(Digest.of(documents::eachRevision));
  }
}
