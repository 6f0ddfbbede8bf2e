package org.masterplan.profiles.replacement.grpc;

import com.google.api.HttpBody;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.export.app.Exports;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.grpc.PatientStream;
import org.masterplan.profiles.replacement.app.GiveBack;
import org.masterplan.profiles.replacement.app.Replacing;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;
import org.masterplan.profiles.v1.AdvanceSourceRequest;
import org.masterplan.profiles.v1.ExportGiveBackRequest;
import org.masterplan.profiles.v1.GetReplacementRequest;
import org.masterplan.profiles.v1.ListReplacementsRequest;
import org.masterplan.profiles.v1.ListReplacementsResponse;
import org.masterplan.profiles.v1.ReconcileSourceRequest;
import org.masterplan.profiles.v1.Replacement;
import org.masterplan.profiles.v1.ReplacementServiceGrpc;
import org.masterplan.profiles.v1.ReturnSourceRequest;
import org.masterplan.profiles.v1.SignOffSourceRequest;

/** Speaks {@code masterplan.profiles.v1.ReplacementService}. Translates; decides nothing. */
public final class ReplacementGrpcService
    extends ReplacementServiceGrpc.ReplacementServiceImplBase {
  private static final Listing LISTING =
      Listing.of("ListReplacements", SourceFields.ALL, SourceFields.SORTABLE, SourceFields.DEFAULT)
          .of(Replacement.getDescriptor());

  private final Replacing replacing;
  private final GiveBack giveBack;
  private final Sight sight;
  private final HandingOut files;

  public ReplacementGrpcService(
      Replacing replacing, GiveBack giveBack, Sight sight, HandingOut files) {
    this.replacing = replacing;
    this.giveBack = giveBack;
    this.sight = sight;
    this.files = files;
  }

  @Override
  public void getReplacement(GetReplacementRequest request, StreamObserver<Replacement> reply) {
    var source = ResourceName.ofPart("name", "sources", "replacement", request.getName());
    send(reply, replacing.get(source));
  }

  @Override
  public void listReplacements(
      ListReplacementsRequest request, StreamObserver<ListReplacementsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var page = replacing.list(Paging.query(asked, LISTING));
    var totals = replacing.totals();
    var answer =
        ListReplacementsResponse.newBuilder()
            .setTotal(totals.all())
            .setRetired(totals.retired())
            .setNextPageToken(Paging.token(asked, LISTING, page));
    page.items().forEach(source -> answer.addReplacements(message(source)));
    totals
        .byState()
        .forEach(
            (state, count) ->
                answer.addCounts(
                    ListReplacementsResponse.Count.newBuilder()
                        .setState(ReplacementProtos.state(state))
                        .setSources(count)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void reconcileSource(ReconcileSourceRequest request, StreamObserver<Replacement> reply) {
    var step = step(request.getName(), request.getEtag(), request.getReason());
    send(reply, replacing.reconcile(step, request.getRows()));
  }

  @Override
  public void advanceSource(AdvanceSourceRequest request, StreamObserver<Replacement> reply) {
    var step = step(request.getName(), request.getEtag(), request.getReason());
    send(reply, replacing.advance(step, SourceState.valueOf(request.getState().name())));
  }

  @Override
  public void returnSource(ReturnSourceRequest request, StreamObserver<Replacement> reply) {
    var step = step(request.getName(), request.getEtag(), request.getReason());
    send(reply, replacing.goBack(step));
  }

  @Override
  public void signOffSource(SignOffSourceRequest request, StreamObserver<Replacement> reply) {
    var step = step(request.getName(), request.getEtag(), request.getReason());
    send(reply, replacing.signOff(step));
  }

  @Override
  public void exportGiveBack(ExportGiveBackRequest request, StreamObserver<HttpBody> reply) {
    var actor = Caller.current();
    if (sight.masked(actor)) {
      throw new NotAllowed("PURPOSE_MISSING", Map.of("header", "x-purpose"));
    }
    var source = source(request.getName());
    replacing.get(source);
    var since = request.hasSince() ? Optional.of(instant(request)) : Optional.<Instant>empty();
    files.run(
        asked(actor, source),
        leaving -> {
          var csv = new GiveBackCsv(new PatientStream<>(reply));
          giveBack.each(
              source,
              since,
              lines -> {
                leaving.hold(lines.stream().map(ReplacementGrpcService::held).toList());
                sight.look(actor, lines.stream().map(line -> line.record().toString()).toList());
                csv.add(lines);
              });
          giveBack.gone(source, since, csv::forget);
        });
    reply.onCompleted();
  }

  private static ProfileExport.Asked asked(Actor actor, ResourceName source) {
    return new ProfileExport.Asked(
        actor.subject(),
        actor.purpose(),
        ProfileExport.Format.CSV,
        false,
        new ProfileExport.Contents(ProfileExport.Kind.GIVE_BACK, source.id()));
  }

  private static Exports.Held held(GiveBack.Line line) {
    return new Exports.Held(line.profile(), line.told());
  }

  private static Instant instant(ExportGiveBackRequest request) {
    var since = request.getSince();
    return Instant.ofEpochSecond(since.getSeconds(), since.getNanos());
  }

  private static Replacing.Step step(String name, String etag, String reason) {
    return new Replacing.Step(source(name), Etags.revision(etag), Caller.current(), reason);
  }

  private static ResourceName source(String name) {
    return ResourceName.parse("name", "sources", name);
  }

  private static Replacement message(Source source) {
    return ReplacementProtos.replacement(source, Caller.language());
  }

  private static void send(StreamObserver<Replacement> reply, Source source) {
    reply.onNext(message(source));
    reply.onCompleted();
  }
}
