package org.masterplan.gateway;

import com.google.api.HttpBody;
import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.v1.AdvanceSourceRequest;
import org.masterplan.profiles.v1.ColumnMapping;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.CorrectRecordRequest;
import org.masterplan.profiles.v1.CreateSourceRequest;
import org.masterplan.profiles.v1.ExportGiveBackRequest;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.FieldQuality;
import org.masterplan.profiles.v1.GetRecordRequest;
import org.masterplan.profiles.v1.GetReplacementRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.ListRejectedRowsResponse;
import org.masterplan.profiles.v1.ListReplacementsRequest;
import org.masterplan.profiles.v1.ListReplacementsResponse;
import org.masterplan.profiles.v1.ListSourcesRequest;
import org.masterplan.profiles.v1.ListSourcesResponse;
import org.masterplan.profiles.v1.LoadSourceRequest;
import org.masterplan.profiles.v1.ReconcileSourceRequest;
import org.masterplan.profiles.v1.Record;
import org.masterplan.profiles.v1.Replacement;
import org.masterplan.profiles.v1.ReplacementServiceGrpc;
import org.masterplan.profiles.v1.ReplayRejectedRowsRequest;
import org.masterplan.profiles.v1.SignOffSourceRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.masterplan.profiles.v1.SuggestMappingRequest;
import org.masterplan.profiles.v1.SuggestMappingResponse;

/** Two old databases, one of them nearly replaced. */
final class FakeSources extends SourceServiceGrpc.SourceServiceImplBase {
  final Map<String, Source> sources = new TreeMap<>();
  final Map<String, Replacement> replacements = new TreeMap<>();
  final FakeConnections connections = new FakeConnections();
  String lastFilter = "";
  long lastRows;
  final List<CorrectRecordRequest> corrected = new ArrayList<>();
  final FakeLoads loads = new FakeLoads();

  void reset() {
    connections.reset();
    lastFilter = "";
    lastRows = 0;
    corrected.clear();
    loads.reset();
    sources.clear();
    replacements.clear();
    keep("crm-sua", "CRM Sữa", Source.State.LOADED, Source.State.RECONCILED);
    keep("web-do-uong", "Web Đồ Uống", Source.State.READ_ONLY, Source.State.RETIRED);
    var blocked =
        Replacement.Blocker.newBuilder()
            .setCode("BLOCKED_RECONCILIATION")
            .setText("Chưa có người ký rằng không thiếu dòng nào.");
    replacements.computeIfPresent(
        "crm-sua", (_, old) -> old.toBuilder().addBlockers(blocked).build());
    replacements.computeIfPresent("web-do-uong", (_, old) -> reconciled(old));
  }

  private static Replacement reconciled(Replacement old) {
    var signature =
        Replacement.Signature.newBuilder()
            .setSigner("data")
            .setTime(FakePlan.NOW)
            .setReason("Đếm trong cơ sở dữ liệu cũ");
    var figures =
        Replacement.Reconciliation.newBuilder()
            .setRows(1_210)
            .setRecords(1_200)
            .setRejected(7)
            .setRepeated(3)
            .setAbsent(2)
            .setSignature(signature);
    return old.toBuilder().setReconciliation(figures).build();
  }

  private void keep(String id, String title, Source.State state, Source.State next) {
    sources.put(id, source("sources/" + id, title).setState(state).build());
    replacements.put(
        id,
        Replacement.newBuilder()
            .setName("sources/" + id + "/replacement")
            .setTitle(title)
            .setBusinessUnit("businessUnits/sua")
            .setState(state)
            .setStateTime(FakePlan.NOW)
            .setNextState(next)
            .setRecords(1_200)
            .setEtag("1")
            .build());
  }

  private static Source.Builder source(String name, String title) {
    return Source.newBuilder()
        .setName(name)
        .setTitle(title)
        .setBusinessUnit("businessUnits/sua")
        .setOwner("employees/e-001")
        .addPurposes("MARKETING")
        .addPurposes("FUN-FAIR")
        .setLegalBasis("CONSENT")
        .setCollectedUntil("2025-12-31")
        .setRecords(1_200)
        .setRejected(7)
        .setLastLoadTime(Timestamps.parseUnchecked("2026-11-20T02:00:00Z"))
        .setMapping(
            FieldMapping.newBuilder()
                .setState(FieldMapping.State.CONFIRMED)
                .putFields("phone", ColumnMapping.newBuilder().setColumn("SĐT").build()))
        .addQuality(
            FieldQuality.newBuilder()
                .setField("phone")
                .setFilled(1_100)
                .setValid(1_080)
                .setDistinct(1_002)
                .setDistinctLow(986)
                .setDistinctHigh(1_018)
                .setRepeated(78)
                .setDrift(-.125))
        .setSteward("employees/e-002")
        .setRetentionDays(730)
        .setEtag("1");
  }

  @Override
  public void getSource(GetSourceRequest request, StreamObserver<Source> reply) {
    FakeCommunities.answer(reply, () -> found(sources, request.getName()));
  }

  @Override
  public void createSource(CreateSourceRequest request, StreamObserver<Source> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (request.getSource().getRetentionDays() < 0) {
            throw new InvalidFields(List.of(Violation.required("source.retention_days")));
          }
          var id = request.getSourceId().isEmpty() ? "made" : request.getSourceId();
          var made = request.getSource().toBuilder().setName("sources/" + id);
          sources.put(id, made.setState(Source.State.REGISTERED).build());
          return sources.get(id);
        });
  }

  @Override
  public void suggestMapping(
      SuggestMappingRequest request, StreamObserver<SuggestMappingResponse> reply) {
    FakeCommunities.answer(reply, () -> loads.suggest(request));
  }

  @Override
  public void confirmMapping(ConfirmMappingRequest request, StreamObserver<Source> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (!request.getEtag().equals("1")) {
            throw Stale.named(request.getName());
          }
          loads.confirmed = request.getReason();
          var source = found(sources, request.getName());
          var by = request.hasMapping() ? request.getMapping() : source.getMapping();
          var mapping = by.toBuilder().setState(FieldMapping.State.CONFIRMED);
          sources.put(
              request.getName().substring(8), source.toBuilder().setMapping(mapping).build());
          return found(sources, request.getName());
        });
  }

  @Override
  public StreamObserver<LoadSourceRequest> loadSource(StreamObserver<Operation> reply) {
    return loads.take(reply);
  }

  @Override
  public void listRejectedRows(
      ListRejectedRowsRequest request, StreamObserver<ListRejectedRowsResponse> reply) {
    FakeCommunities.answer(reply, () -> loads.rejected(request));
  }

  @Override
  public void replayRejectedRows(
      ReplayRejectedRowsRequest request, StreamObserver<Operation> reply) {
    FakeCommunities.answer(reply, () -> loads.replay(request.getRequestId()));
  }

  @Override
  public void getRecord(GetRecordRequest request, StreamObserver<Record> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            Record.newBuilder()
                .setName(request.getName())
                .setProfile("profiles/p7k2m9")
                .setVersion(2)
                .setLoadTime(FakePlan.NOW)
                .putValues("birthYear", "1991")
                .putAllValues(own(request.getName()))
                .putCorrected("birthYear", "1990")
                .putCorrected("email", "l***@x.vn")
                .build());
  }

  /** What one of them says and the other does not. */
  private static Map<String, String> own(String record) {
    if (record.endsWith("nameless")) {
      return Map.of();
    }
    return record.endsWith("u-77")
        ? Map.of("fullName", "Phạm ***", "province", "Cần Thơ", "occupation", "Kế toán")
        : Map.of("fullName", "Phạm ***", "province", "Hà Nội");
  }

  @Override
  public void correctRecord(CorrectRecordRequest request, StreamObserver<Record> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (request.getValuesOrDefault("phone", "").equals("12")) {
            var about = Map.of("field", "phone");
            throw InvalidFields.of("values.phone", "VALUE_FORM", about);
          }
          corrected.add(request);
          return Record.newBuilder().setProfile("profiles/p7k2m9").build();
        });
  }

  @Override
  public void listSources(ListSourcesRequest request, StreamObserver<ListSourcesResponse> reply) {
    lastFilter = request.getFilter();
    FakeCommunities.answer(
        reply,
        () ->
            ListSourcesResponse.newBuilder()
                .addAllSources(sources.values())
                .setNextPageToken(request.getPageToken().isEmpty() ? "more" : "")
                .build());
  }

  private static <T> T found(Map<String, T> all, String name) {
    var kept = all.get(name.split("/", -1)[1]);
    if (kept == null) {
      throw NotFound.named(name);
    }
    return kept;
  }

  /** How far they are. */
  final class Replacements extends ReplacementServiceGrpc.ReplacementServiceImplBase {
    @Override
    public void getReplacement(GetReplacementRequest request, StreamObserver<Replacement> reply) {
      FakeCommunities.answer(reply, () -> found(replacements, request.getName()));
    }

    @Override
    public void listReplacements(
        ListReplacementsRequest request, StreamObserver<ListReplacementsResponse> reply) {
      lastFilter = request.getFilter();
      FakeCommunities.answer(
          reply,
          () ->
              ListReplacementsResponse.newBuilder()
                  .addAllReplacements(replacements.values())
                  .setTotal(76)
                  .setRetired(3)
                  .addCounts(
                      ListReplacementsResponse.Count.newBuilder()
                          .setState(Source.State.RETIRED)
                          .setSources(3))
                  .build());
    }

    @Override
    public void reconcileSource(ReconcileSourceRequest request, StreamObserver<Replacement> reply) {
      FakeCommunities.answer(
          reply,
          () -> {
            var kept = read(request.getName(), request.getEtag());
            if (request.getRows() != kept.getRecords()) {
              throw new InvalidFields(List.of(Violation.required("rows")));
            }
            lastRows = request.getRows();
            return keep(kept.toBuilder().setState(Source.State.RECONCILED).clearBlockers());
          });
    }

    @Override
    public void advanceSource(AdvanceSourceRequest request, StreamObserver<Replacement> reply) {
      FakeCommunities.answer(
          reply,
          () ->
              keep(
                  read(request.getName(), request.getEtag()).toBuilder()
                      .setState(request.getState())));
    }

    @Override
    public void signOffSource(SignOffSourceRequest request, StreamObserver<Replacement> reply) {
      FakeCommunities.answer(
          reply,
          () -> {
            var word = Replacement.Signature.newBuilder().setSigner("cmo").setTime(FakePlan.NOW);
            return keep(
                read(request.getName(), request.getEtag()).toBuilder()
                    .setSignOff(word.setReason(request.getReason())));
          });
    }

    @Override
    public void exportGiveBack(ExportGiveBackRequest request, StreamObserver<HttpBody> reply) {
      if (request.getName().endsWith("crm-sua")) {
        FakeCommunities.answer(
            reply,
            () -> {
              throw new NotAllowed(
                  "ROLE_NOT_ALLOWED", Map.of("roles", "data-team", "method", "ExportGiveBack"));
            });
        return;
      }
      for (var text : new String[] {"record,profile\n", "1,profiles/p7k2m9\n"}) {
        reply.onNext(
            HttpBody.newBuilder()
                .setContentType("text/csv; charset=utf-8")
                .setData(ByteString.copyFromUtf8(text))
                .build());
      }
      reply.onCompleted();
    }

    private Replacement read(String name, String etag) {
      var kept = found(replacements, name);
      if (!kept.getEtag().equals(etag)) {
        throw Stale.named(name);
      }
      return kept;
    }

    private Replacement keep(Replacement.Builder next) {
      var kept = next.setEtag("2").build();
      replacements.put(kept.getName().split("/", -1)[1], kept);
      return kept;
    }
  }
}
