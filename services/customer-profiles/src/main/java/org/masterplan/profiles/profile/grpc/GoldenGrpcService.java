package org.masterplan.profiles.profile.grpc;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.dictionary.domain.Masks;
import org.masterplan.profiles.profile.app.GoldenDesk;
import org.masterplan.profiles.profile.domain.Share;
import org.masterplan.profiles.profile.domain.Value;
import org.masterplan.profiles.v1.FieldConflicts;
import org.masterplan.profiles.v1.GetFieldConflictsRequest;
import org.masterplan.profiles.v1.GetGoldenRulesRequest;
import org.masterplan.profiles.v1.GoldenRules;
import org.masterplan.profiles.v1.GoldenValueServiceGrpc;
import org.masterplan.profiles.v1.PreviewGoldenRulesRequest;
import org.masterplan.profiles.v1.PreviewGoldenRulesResponse;
import org.masterplan.profiles.v1.UpdateGoldenRulesRequest;

/** Speaks {@code masterplan.profiles.v1.GoldenValueService}. Translates; decides nothing. */
public final class GoldenGrpcService extends GoldenValueServiceGrpc.GoldenValueServiceImplBase {
  private final GoldenDesk desk;

  public GoldenGrpcService(GoldenDesk desk) {
    this.desk = desk;
  }

  @Override
  public void getGoldenRules(GetGoldenRulesRequest request, StreamObserver<GoldenRules> reply) {
    send(reply, rules(desk.current()));
  }

  @Override
  public void updateGoldenRules(
      UpdateGoldenRulesRequest request, StreamObserver<GoldenRules> reply) {
    long seen = Etags.revision(request.getEtag());
    var act = new GoldenDesk.Act(Caller.current(), seen, request.getReason());
    send(reply, rules(desk.update(first(request.getFieldsList()), act)));
  }

  @Override
  public void previewGoldenRules(
      PreviewGoldenRulesRequest request, StreamObserver<PreviewGoldenRulesResponse> reply) {
    var preview = desk.preview(first(request.getFieldsList()), Caller.current());
    var answer =
        PreviewGoldenRulesResponse.newBuilder()
            .setSampled(preview.sampled())
            .setMasked(preview.masked());
    preview.changes().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            change ->
                answer.addChanges(
                    PreviewGoldenRulesResponse.Change.newBuilder()
                        .setField(change.getKey())
                        .setProfiles(change.getValue())));
    preview.examples().forEach(each -> answer.addExamples(example(each, preview.masked())));
    send(reply, answer.build());
  }

  @Override
  public void getFieldConflicts(
      GetFieldConflictsRequest request, StreamObserver<FieldConflicts> reply) {
    var conflicts = desk.conflicts();
    var answer =
        FieldConflicts.newBuilder()
            .setSampled(conflicts.sampled())
            .setProfiles(conflicts.profiles())
            .setAsOfTime(Timestamps.fromMillis(conflicts.asOf().toEpochMilli()));
    conflicts.fields().entrySet().stream()
        .sorted(Comparator.comparingDouble(each -> -each.getValue().rate()))
        .forEach(each -> answer.addFields(field(each.getKey(), each.getValue())));
    send(reply, answer.build());
  }

  private static FieldConflicts.Field field(String name, Share share) {
    return FieldConflicts.Field.newBuilder()
        .setField(name)
        .setProfiles(share.of())
        .setConflicting(share.part())
        .setRate(share.rate())
        .setLow(share.low())
        .setHigh(share.high())
        .build();
  }

  private static PreviewGoldenRulesResponse.Example example(
      GoldenDesk.Example example, boolean masked) {
    return PreviewGoldenRulesResponse.Example.newBuilder()
        .setProfile(example.profile())
        .setField(example.field())
        .setBefore(masked ? Masks.mask(example.field(), example.before()) : example.before())
        .setAfter(masked ? Masks.mask(example.field(), example.after()) : example.after())
        .build();
  }

  private static GoldenRules rules(org.masterplan.profiles.profile.domain.GoldenRules rules) {
    var message =
        GoldenRules.newBuilder().setSetter(rules.setBy()).setEtag(Etags.of(rules.revision()));
    rules.setAt().ifPresent(at -> message.setUpdateTime(Timestamps.fromMillis(at.toEpochMilli())));
    rules
        .first()
        .forEach(
            (field, rule) ->
                message.addFields(
                    GoldenRules.FieldRule.newBuilder()
                        .setField(field)
                        .setFirst(GoldenRules.Criterion.valueOf(rule.name()))));
    return message.build();
  }

  private static Map<String, Value.Rule> first(List<GoldenRules.FieldRule> fields) {
    var first = new TreeMap<String, Value.Rule>();
    for (var each : fields) {
      if (first.put(each.getField(), criterion(each.getFirst())) != null) {
        throw InvalidFields.of("fields", "GOLDEN_FIELD_TWICE", Map.of("value", each.getField()));
      }
    }
    return first;
  }

  private static Value.Rule criterion(GoldenRules.Criterion criterion) {
    return switch (criterion) {
      case TRUSTED -> Value.Rule.TRUSTED;
      case NEWEST -> Value.Rule.NEWEST;
      case SUPPORTED -> Value.Rule.SUPPORTED;
      case FULLEST -> Value.Rule.FULLEST;
      case CRITERION_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("first: " + criterion + " (expected: a criterion)");
    };
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
