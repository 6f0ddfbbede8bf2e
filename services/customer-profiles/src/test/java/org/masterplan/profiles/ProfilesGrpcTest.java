package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.FileChunk;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.profiles.v1.BatchGetContactsRequest;
import org.masterplan.profiles.v1.Consent;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.CountSegmentsRequest;
import org.masterplan.profiles.v1.CreateSourceRequest;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.EraseResult;
import org.masterplan.profiles.v1.ExplainProfileRequest;
import org.masterplan.profiles.v1.ExportCrosswalkRequest;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.GetProfilesSummaryRequest;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ImportConsentsRequest;
import org.masterplan.profiles.v1.ListProfileChangesRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.LoadSourceRequest;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.PrivacyServiceGrpc;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ResolveKeysRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.masterplan.profiles.v1.SplitProfileRequest;
import org.masterplan.profiles.v1.StreamAudienceRequest;
import org.masterplan.profiles.v1.SuggestMappingRequest;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

class ProfilesGrpcTest {
  static final String CRM =
      """
      Mã KH,Họ và tên,SĐT,Email,Năm sinh
      1,Nguyễn Thị Bưởi,01681234567,buoi@x.vn,1992
      2,Trần Bình,0912345678,,1980
      ,Lê Không Mã,0912345679,,1980
      """;
  static final String SHOP =
      """
      {"id":"a/1","full name":"NGUYEN THI BUOI","phone":"+84 38 123 4567"}
      {"id":"a/2","full name":"Trần Bình","phone":"0987654322"}
      """;

  @TempDir Path folder;
  ProfilesFixture f;

  @BeforeEach
  void open() {
    f = new ProfilesFixture(folder);
  }

  @AfterEach
  void close() {
    f.close();
  }

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

    assertThat(done.getName()).startsWith("operations/customer-profiles-load-");
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

  @Test
  void withdrawConsent_isSuppressedBeforeItAnswers_andFailsVisiblyIfItCannot() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var withdraw =
        WithdrawConsentRequest.newBuilder().setName(name).setPurpose("MARKETING").build();
    f.away.add("message-governance");
    assertThatThrownBy(() -> consents().withdrawConsent(withdraw))
        .hasMessageContaining("UNAVAILABLE");
    assertThat(f.told).isEmpty();

    f.away.clear();
    assertThat(consents().withdrawConsent(withdraw).getState()).isEqualTo(Consent.State.WITHDRAWN);
    assertThat(f.told).containsExactly("WITHDRAWN ALL [+84381234567]");
    consents()
        .grantConsent(
            GrantConsentRequest.newBuilder()
                .setName(name)
                .setPurpose("SURVEY")
                .setChannel("SMS")
                .setEvidence("form 12")
                .build());
    assertThat(get(name).getConsentsList())
        .extracting(c -> c.getPurpose() + " " + c.getState())
        .containsExactlyInAnyOrder("MARKETING WITHDRAWN", "SURVEY GRANTED");
  }

  @Test
  void importConsents_keepsGoodRowsAndTellsBadOnes() throws Exception {
    loadBoth();
    var csv =
        """
        source,record,purpose,channel,state,time,evidence
        crm,1,MARKETING,SMS,GRANTED,2024-01-02T00:00:00Z,form
        crm,99,MARKETING,SMS,GRANTED,2024-01-02,form
        crm,2,MARKETING,SMS,perhaps,2024-01-02,form
        """;
    var result = importConsents(csv);

    assertThat(result.getImported()).isEqualTo(1);
    assertThat(result.getRejectedTotal()).isEqualTo(2);
    assertThat(importConsents(csv).getUnchanged()).isEqualTo(1);
    assertThat(lookup(ProfilesFixture.DATA, "0381234567").getConsents(0).getSubject())
        .isEqualTo("sources/crm/records/1");
  }

  @Test
  void erase_reachesEveryService_andTheNextLoadBringsNobodyBack() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    f.away.add("community-registry");
    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 17").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasError());
    f.away.clear();
    f.takeUp.run();
    await().until(() -> operation(operation).hasResponse());
    assertThat(operation(operation).getResponse().unpack(EraseResult.class).getConfirmedList())
        .containsExactly("customer-profiles", "community-registry");

    assertThatThrownBy(() -> get(name)).hasMessageContaining("NOT_FOUND");
    load("crm", "text/csv", CRM);
    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0381234567"))
        .hasMessageContaining("NOT_FOUND");
    var stored = new StringBuilder();
    for (var collection : f.database.listCollectionNames()) {
      f.database.getCollection(collection).find().forEach(d -> stored.append(d.toJson()));
    }
    assertThat(stored.toString()).doesNotContain("Bưởi").doesNotContain("buoi@x.vn");
  }

  @Test
  void exportPersonalData_isCompleteOrFails() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var request = ExportPersonalDataRequest.newBuilder().setName(name).build();
    assertThat(privacy().exportPersonalData(request).getPartsList())
        .anySatisfy(part -> assertThat(part.getItemsList()).hasSize(2));

    f.away.add("community-registry");
    assertThatThrownBy(() -> privacy().exportPersonalData(request))
        .hasMessageContaining("UNAVAILABLE");
    assertThat(
            privacy()
                .exportPersonalData(request.toBuilder().setAllowPartial(true).build())
                .getMissingList())
        .containsExactly("community-registry");
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
  }

  private void loadBoth() throws Exception {
    load("crm", "text/csv", CRM);
    load("shop", "application/jsonl", SHOP);
  }

  private void create(String id) {
    try {
      sources(ProfilesFixture.DATA)
          .createSource(
              CreateSourceRequest.newBuilder()
                  .setSourceId(id)
                  .setSource(Source.newBuilder().setTitle("Nguồn " + id))
                  .build());
    } catch (StatusRuntimeException e) {
      assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
    }
  }

  private Operation load(String id, String type, String file) throws Exception {
    create(id);
    var answer = new CompletableFuture<Operation>();
    var upload =
        SourceServiceGrpc.newStub(f.grpc.as(ProfilesFixture.DATA)).loadSource(into(answer));
    upload.onNext(
        LoadSourceRequest.newBuilder()
            .setHeader(
                LoadSourceRequest.Header.newBuilder().setName("sources/" + id).setContentType(type))
            .build());
    upload.onNext(LoadSourceRequest.newBuilder().setChunk(chunk(file)).build());
    upload.onCompleted();
    var operation = answer.get(30, TimeUnit.SECONDS);
    await().until(() -> operation(operation).getDone());
    return operation(operation);
  }

  private ImportResult importConsents(String csv) throws Exception {
    var answer = new CompletableFuture<ImportResult>();
    var upload =
        ConsentServiceGrpc.newStub(f.grpc.as(ProfilesFixture.DATA)).importConsents(into(answer));
    upload.onNext(
        ImportConsentsRequest.newBuilder()
            .setHeader(ImportConsentsRequest.Header.newBuilder().setContentType("text/csv"))
            .build());
    upload.onNext(ImportConsentsRequest.newBuilder().setChunk(chunk(csv)).build());
    upload.onCompleted();
    return answer.get(30, TimeUnit.SECONDS);
  }

  private static FileChunk chunk(String text) {
    return FileChunk.newBuilder().setData(ByteString.copyFromUtf8(text)).build();
  }

  private static <T> StreamObserver<T> into(CompletableFuture<T> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(T value) {
        answer.complete(value);
      }

      @Override
      public void onError(Throwable cause) {
        answer.completeExceptionally(cause);
      }

      @Override
      public void onCompleted() {}
    };
  }

  private Operation operation(Operation operation) {
    return OperationsServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.PRIVACY))
        .getOperation(GetOperationRequest.newBuilder().setName(operation.getName()).build());
  }

  private Profile lookup(Actor actor, String phone) {
    return profiles(actor).lookupProfile(LookupProfileRequest.newBuilder().setPhone(phone).build());
  }

  private Profile get(String name) {
    return profiles(ProfilesFixture.DATA)
        .getProfile(GetProfileRequest.newBuilder().setName(name).build());
  }

  private List<String> explain(String name) {
    return profiles(ProfilesFixture.DATA)
        .explainProfile(ExplainProfileRequest.newBuilder().setName(name).build())
        .getPairsList()
        .stream()
        .flatMap(pair -> pair.getContributionsList().stream())
        .map(c -> c.getField())
        .toList();
  }

  private String moved(String name) {
    return profiles(ProfilesFixture.SERVICE)
        .listProfileChanges(ListProfileChangesRequest.getDefaultInstance())
        .getChangesList()
        .stream()
        .filter(c -> c.getName().equals(name))
        .reduce((a, b) -> b)
        .orElseThrow()
        .getMovedTo();
  }

  private static ListProfilesRequest filtered(String filter) {
    return ListProfilesRequest.newBuilder().setFilter(filter).build();
  }

  private ProfileServiceGrpc.ProfileServiceBlockingStub profiles(Actor actor) {
    return ProfileServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }

  private SourceServiceGrpc.SourceServiceBlockingStub sources(Actor actor) {
    return SourceServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }

  private ConsentServiceGrpc.ConsentServiceBlockingStub consents() {
    return ConsentServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA));
  }

  private PrivacyServiceGrpc.PrivacyServiceBlockingStub privacy() {
    return PrivacyServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.PRIVACY));
  }
}
