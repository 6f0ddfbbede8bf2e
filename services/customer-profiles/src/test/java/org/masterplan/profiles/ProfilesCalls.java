package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.FileChunk;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.platform.testkit.Uploading;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.CreateSourceRequest;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.ExplainProfileRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ImportConsentsRequest;
import org.masterplan.profiles.v1.ImportDealingsRequest;
import org.masterplan.profiles.v1.ListProfileChangesRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.LoadSourceRequest;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.PrivacyServiceGrpc;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.masterplan.profiles.v1.UpdateSourceRequest;

/** Two small databases, and the calls that tests make about their people. */
abstract class ProfilesCalls {
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
    f = new ProfilesFixture(folder, storing());
  }

  /** Where everything is kept. */
  StoredProfiles storing() {
    return new StoredProfiles("profiles");
  }

  @AfterEach
  void close() {
    f.close();
  }

  void loadBoth() throws Exception {
    load("crm", "text/csv", CRM);
    load("shop", "application/jsonl", SHOP);
  }

  void create(String id) {
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

  void collectedFor(String source, String purpose) {
    var stub = sources(ProfilesFixture.DATA);
    var known = stub.getSource(GetSourceRequest.newBuilder().setName("sources/" + source).build());
    stub.updateSource(
        UpdateSourceRequest.newBuilder()
            .setSource(
                Source.newBuilder()
                    .setName(known.getName())
                    .setEtag(known.getEtag())
                    .addPurposes(purpose)
                    .setBusinessUnit("businessUnits/dairy"))
            .setUpdateMask(
                com.google.protobuf.FieldMask.newBuilder()
                    .addPaths("purposes")
                    .addPaths("business_unit"))
            .build());
  }

  void agree(String profile, String purpose, String channel) {
    consents()
        .grantConsent(
            GrantConsentRequest.newBuilder()
                .setName(profile)
                .setPurpose(purpose)
                .setChannel(channel)
                .setEvidence("form")
                .build());
  }

  /** Dealings. */
  ImportResult bring(String type, String file) throws Exception {
    var stub = DealingServiceGrpc.newStub(f.grpc.as(ProfilesFixture.DATA));
    var header = ImportDealingsRequest.Header.newBuilder().setContentType(type);
    return Uploading.<ImportDealingsRequest, ImportResult>send(
        stub::importDealings,
        ImportDealingsRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportDealingsRequest.newBuilder().setChunk(chunk).build(),
        file.getBytes(StandardCharsets.UTF_8));
  }

  Operation load(String id, String type, String file) throws Exception {
    return load(id, type, file.getBytes(StandardCharsets.UTF_8));
  }

  Operation load(String id, String type, byte[] file) throws Exception {
    create(id);
    var stub = SourceServiceGrpc.newStub(f.grpc.as(ProfilesFixture.DATA));
    var header =
        LoadSourceRequest.Header.newBuilder().setName("sources/" + id).setContentType(type);
    var operation =
        Uploading.<LoadSourceRequest, Operation>send(
            stub::loadSource,
            LoadSourceRequest.newBuilder().setHeader(header).build(),
            chunk -> LoadSourceRequest.newBuilder().setChunk(chunk).build(),
            file);
    await().until(() -> operation(operation).getDone());
    return operation(operation);
  }

  ImportResult importConsents(String csv) throws Exception {
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

  static FileChunk chunk(String text) {
    return FileChunk.newBuilder().setData(ByteString.copyFromUtf8(text)).build();
  }

  static <T> StreamObserver<T> into(CompletableFuture<T> answer) {
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

  Operation operation(Operation operation) {
    return OperationsServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.PRIVACY))
        .getOperation(GetOperationRequest.newBuilder().setName(operation.getName()).build());
  }

  Profile lookup(Actor actor, String phone) {
    return profiles(actor).lookupProfile(LookupProfileRequest.newBuilder().setPhone(phone).build());
  }

  Profile get(String name) {
    return profiles(ProfilesFixture.DATA)
        .getProfile(GetProfileRequest.newBuilder().setName(name).build());
  }

  List<String> explain(String name) {
    return profiles(ProfilesFixture.DATA)
        .explainProfile(ExplainProfileRequest.newBuilder().setName(name).build())
        .getPairsList()
        .stream()
        .flatMap(pair -> pair.getContributionsList().stream())
        .map(c -> c.getField())
        .toList();
  }

  String moved(String name) {
    return profiles(ProfilesFixture.SERVICE)
        .listProfileChanges(ListProfileChangesRequest.getDefaultInstance())
        .getChangesList()
        .stream()
        .filter(c -> c.getName().equals(name))
        .reduce((a, b) -> b)
        .orElseThrow()
        .getMovedTo();
  }

  static ListProfilesRequest filtered(String filter) {
    return ListProfilesRequest.newBuilder().setFilter(filter).build();
  }

  ProfileServiceGrpc.ProfileServiceBlockingStub profiles(Actor actor) {
    return ProfileServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }

  SourceServiceGrpc.SourceServiceBlockingStub sources(Actor actor) {
    return SourceServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }

  ConsentServiceGrpc.ConsentServiceBlockingStub consents() {
    return ConsentServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA));
  }

  PrivacyServiceGrpc.PrivacyServiceBlockingStub privacy() {
    return PrivacyServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.PRIVACY));
  }
}
