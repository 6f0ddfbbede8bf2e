package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.AdvanceSourceRequest;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.ExportGiveBackRequest;
import org.masterplan.profiles.v1.GetReplacementRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.ListReplacementsRequest;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.ReconcileSourceRequest;
import org.masterplan.profiles.v1.Replacement;
import org.masterplan.profiles.v1.ReplacementServiceGrpc;
import org.masterplan.profiles.v1.RetireSourceRequest;
import org.masterplan.profiles.v1.SignOffSourceRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.UpdateSourceRequest;

/** Two old databases that are loaded, and the steps by which they are replaced. */
abstract class ReplacementCalls extends ProfilesCalls {
  static final String WHY = "counted in the old database";

  @BeforeEach
  void twoDatabases() throws Exception {
    loadBoth();
  }

  void describe(String source, String purpose) {
    var described =
        Source.newBuilder()
            .setName("sources/" + source)
            .setBusinessUnit("businessUnits/dairy")
            .addPurposes(purpose)
            .setLegalBasis("CONSENT");
    sources(ProfilesFixture.DATA)
        .updateSource(UpdateSourceRequest.newBuilder().setSource(described).build());
  }

  void confirm(String source) {
    sources(ProfilesFixture.DATA)
        .confirmMapping(ConfirmMappingRequest.newBuilder().setName("sources/" + source).build());
  }

  Replacement reconcile(String source, long rows) {
    return replacements(ProfilesFixture.DATA)
        .reconcileSource(
            ReconcileSourceRequest.newBuilder()
                .setName("sources/" + source)
                .setRows(rows)
                .setReason(WHY)
                .setEtag(replacement(source).getEtag())
                .build());
  }

  Replacement advance(String source, Source.State state) {
    return replacements(ProfilesFixture.DATA)
        .advanceSource(
            AdvanceSourceRequest.newBuilder()
                .setName("sources/" + source)
                .setState(state)
                .setReason(WHY)
                .setEtag(replacement(source).getEtag())
                .build());
  }

  Replacement signOff(String source, Actor actor) {
    return replacements(actor)
        .signOffSource(
            SignOffSourceRequest.newBuilder()
                .setName("sources/" + source)
                .setReason("nobody of us uses it")
                .setEtag(replacement(source).getEtag())
                .build());
  }

  Source retire(String source) {
    var read =
        sources(ProfilesFixture.DATA)
            .getSource(GetSourceRequest.newBuilder().setName("sources/" + source).build());
    return sources(ProfilesFixture.DATA)
        .retireSource(
            RetireSourceRequest.newBuilder()
                .setName("sources/" + source)
                .setReason(WHY)
                .setEtag(read.getEtag())
                .build());
  }

  Replacement replacement(String source) {
    return replacements(ProfilesFixture.CMO).getReplacement(named(source));
  }

  static GetReplacementRequest named(String source) {
    return GetReplacementRequest.newBuilder().setName("sources/" + source + "/replacement").build();
  }

  org.masterplan.profiles.v1.ListReplacementsResponse board(String filter) {
    return replacements(ProfilesFixture.CMO)
        .listReplacements(ListReplacementsRequest.newBuilder().setFilter(filter).build());
  }

  String lookup(String record) {
    return profiles(ProfilesFixture.DATA)
        .lookupProfile(LookupProfileRequest.newBuilder().setRecord(record).build())
        .getName();
  }

  List<String> giveBack(String source, Timestamp since) {
    return lines(ProfilesFixture.DATA_WITH_PURPOSE, source, since);
  }

  /** Without the header. */
  List<String> lines(Actor actor, String source, Timestamp since) {
    var request = ExportGiveBackRequest.newBuilder().setName("sources/" + source);
    if (since.getSeconds() > 0) {
      request.setSince(since);
    }
    var text = new StringBuilder();
    replacements(actor)
        .exportGiveBack(request.build())
        .forEachRemaining(part -> text.append(part.getData().toStringUtf8()));
    var lines = new ArrayList<>(text.toString().lines().toList());
    assertThat(lines.removeFirst())
        .isEqualTo("record,profile,field,given,value,from,time,withheld");
    return lines;
  }

  ReplacementServiceGrpc.ReplacementServiceBlockingStub replacements(Actor actor) {
    return ReplacementServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }
}
