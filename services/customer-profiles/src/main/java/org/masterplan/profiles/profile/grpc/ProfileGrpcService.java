package org.masterplan.profiles.profile.grpc;

import com.google.api.HttpBody;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.census.app.CountingParts;
import org.masterplan.profiles.census.grpc.PeopleProtos;
import org.masterplan.profiles.consent.grpc.ConsentProtos;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Correcting;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Overview;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Comparison;
import org.masterplan.profiles.query.app.AroundFields;
import org.masterplan.profiles.query.app.Lineages;
import org.masterplan.profiles.query.grpc.CardFilter;
import org.masterplan.profiles.v1.BatchGetContactsRequest;
import org.masterplan.profiles.v1.BatchGetContactsResponse;
import org.masterplan.profiles.v1.Contact;
import org.masterplan.profiles.v1.CountSegmentsRequest;
import org.masterplan.profiles.v1.CountSegmentsResponse;
import org.masterplan.profiles.v1.ExplainProfileRequest;
import org.masterplan.profiles.v1.ExplainProfileResponse;
import org.masterplan.profiles.v1.ExportCrosswalkRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.GetProfilesSummaryRequest;
import org.masterplan.profiles.v1.ListProfileChangesRequest;
import org.masterplan.profiles.v1.ListProfileChangesResponse;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.ListProfilesResponse;
import org.masterplan.profiles.v1.ListSegmentProfilesRequest;
import org.masterplan.profiles.v1.ListSegmentProfilesResponse;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ProfilesSummary;
import org.masterplan.profiles.v1.QueryLineage;
import org.masterplan.profiles.v1.ResolveKeysRequest;
import org.masterplan.profiles.v1.ResolveKeysResponse;
import org.masterplan.profiles.v1.SplitProfileRequest;
import org.masterplan.profiles.v1.SplitProfileResponse;
import org.masterplan.profiles.v1.StreamAudienceRequest;

/** Speaks {@code masterplan.profiles.v1.ProfileService}. Translates; decides nothing. */
public final class ProfileGrpcService extends ProfileServiceGrpc.ProfileServiceImplBase {
  private static final Listing LISTING =
      new Listing(
          "ListProfiles",
          AroundFields.ALL,
          AroundFields.SORTABLE,
          CardFields.DEFAULT,
          50,
          200,
          CardFields.WORDS);
  private static final Listing SEGMENT_LISTING =
      new Listing(
          "ListSegmentProfiles",
          List.of(),
          List.of(CardFields.CREATE_TIME),
          CardFields.DEFAULT,
          1000,
          10_000);
  private static final int CHANGES = 500;
  private static final int MAX_CHANGES = 1000;

  private final UseCases use;
  private final Lookups lookups;

  /** What the service asks. */
  public record UseCases(
      Reading reading,
      Desk desk,
      Resolving resolving,
      Correcting correcting,
      Membering membering,
      Cards cards,
      Overview overview,
      CountingParts parts,
      Lineages lineages,
      HandingOut files,
      Accounts accounts) {}

  public ProfileGrpcService(UseCases use) {
    this.use = use;
    this.lookups = new Lookups(use.accounts());
  }

  @Override
  public void getProfile(GetProfileRequest request, StreamObserver<Profile> reply) {
    var mask = ReadMask.of(request.getReadMask());
    var profile = use.desk().get(request.getName(), Caller.current());
    send(reply, mask.cut(sheet(profile, mask.parts())));
  }

  @Override
  public void lookupProfile(LookupProfileRequest request, StreamObserver<Profile> reply) {
    var mask = ReadMask.of(request.getReadMask());
    var found = use.desk().lookup(lookups.of(request), Caller.current());
    send(reply, mask.cut(sheet(found.profile(), mask.parts()).addAllAlso(found.also())));
  }

  @Override
  public void listProfiles(
      ListProfilesRequest request, StreamObserver<ListProfilesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var mask = ReadMask.of(request.getReadMask());
    var query = Paging.query(asked, LISTING);
    var page = use.desk().list(query, mask.parts(), Caller.current());
    var answer =
        ListProfilesResponse.newBuilder()
            .setNextPageToken(Paging.token(asked, LISTING, page))
            .setLineage(lineage(page.items(), query.filter()));
    page.items().forEach(sheet -> answer.addProfiles(mask.cut(message(sheet))));
    send(reply, answer.build());
  }

  private QueryLineage lineage(List<Desk.Sheet> sheets, Filter filter) {
    var profiles = sheets.stream().map(Desk.Sheet::profile).toList();
    return LineageProtos.lineage(use.lineages().of(profiles, filter));
  }

  @Override
  public void exportCrosswalk(ExportCrosswalkRequest request, StreamObserver<HttpBody> reply) {
    var source = request.getSource().isEmpty() ? "" : Lookups.source(request.getSource());
    use.files()
        .run(
            asked(Caller.current(), source),
            leaving -> {
              var csv = new CrosswalkCsv(use.reading(), leaving::hold, reply);
              use.overview().records(source, csv::add);
              csv.end();
            });
    reply.onCompleted();
  }

  private static ProfileExport.Asked asked(Actor actor, String source) {
    return new ProfileExport.Asked(
        actor.subject(),
        actor.purpose(),
        ProfileExport.Format.CSV,
        false,
        new ProfileExport.Contents(ProfileExport.Kind.CROSSWALK, source));
  }

  @Override
  public void mergeProfiles(MergeProfilesRequest request, StreamObserver<Profile> reply) {
    var merged = use.correcting().merge(request.getProfilesList(), steward(request.getReason()));
    send(reply, sheet(merged, Desk.Parts.ALL).build());
  }

  @Override
  public void splitProfile(
      SplitProfileRequest request, StreamObserver<SplitProfileResponse> reply) {
    var seen = request.getEtag();
    var become =
        use.correcting()
            .split(
                request.getName(),
                request.getRecordsList(),
                p -> seen.isEmpty() || seen.equals(Etags.of(ProfileProtos.fingerprint(p))),
                steward(request.getReason()));
    var answer = SplitProfileResponse.newBuilder();
    become.forEach(profile -> answer.addProfiles(sheet(profile, Desk.Parts.ALL)));
    send(reply, answer.build());
  }

  @Override
  public void explainProfile(
      ExplainProfileRequest request, StreamObserver<ExplainProfileResponse> reply) {
    var explanation = use.reading().explain(request.getName());
    var comparisons =
        request.getOther().isEmpty()
            ? List.<Comparison>of()
            : use.reading().compare(request.getName(), request.getOther());
    send(reply, ProfileProtos.explanation(explanation, comparisons));
  }

  @Override
  public void getProfilesSummary(
      GetProfilesSummaryRequest request, StreamObserver<ProfilesSummary> reply) {
    var summary = use.overview().summary();
    var answer =
        ProfilesSummary.newBuilder()
            .setSourcesTotal(summary.sources())
            .setSourcesRetired(summary.retired())
            .setRecords(summary.records())
            .setProfiles(summary.people().profiles())
            .setDuplicateInflation(summary.inflation().value())
            .setPeople(PeopleProtos.count(summary.people()))
            .setAsOfTime(ProfileProtos.time(summary.asOf()));
    summary
        .inflation()
        .range()
        .ifPresent(
            range ->
                answer
                    .setDuplicateInflationLow(range.low())
                    .setDuplicateInflationHigh(range.high()));
    send(reply, answer.build());
  }

  @Override
  public void resolveKeys(ResolveKeysRequest request, StreamObserver<ResolveKeysResponse> reply) {
    var keys = request.getKeysList().stream().map(Lookups::keys).toList();
    var answer = use.resolving().resolve(keys);
    send(
        reply,
        ResolveKeysResponse.newBuilder()
            .addAllProfiles(answer.profiles())
            .setJournal(answer.journal())
            .build());
  }

  @Override
  public void batchGetContacts(
      BatchGetContactsRequest request, StreamObserver<BatchGetContactsResponse> reply) {
    var answer = BatchGetContactsResponse.newBuilder();
    for (var reach : use.desk().reach(request.getNamesList())) {
      answer.addContacts(contact(reach)).setJournal(reach.profile().journal());
    }
    send(reply, answer.build());
  }

  @Override
  public void streamAudience(StreamAudienceRequest request, StreamObserver<Contact> reply) {
    var filter = CardFilter.parse(request.getFilter());
    var patient = new PatientStream<>(reply);
    use.desk().audience(request.getSegmentsList(), filter, reach -> patient.send(contact(reach)));
    reply.onCompleted();
  }

  @Override
  public void listSegmentProfiles(
      ListSegmentProfilesRequest request, StreamObserver<ListSegmentProfilesResponse> reply) {
    var segment = request.getSegment();
    var asked = new ListRequest(request.getPageSize(), request.getPageToken(), "", "", segment);
    var page = Paging.query(asked, SEGMENT_LISTING);
    var filter = use.membering().anyOf(List.of(segment));
    var found = use.cards().list(new Query(filter, page.order(), page.size(), page.after()));
    send(
        reply,
        ListSegmentProfilesResponse.newBuilder()
            .addAllProfiles(found.items().stream().map(Card::name).toList())
            .setNextPageToken(Paging.token(asked, SEGMENT_LISTING, found))
            .build());
  }

  @Override
  public void countSegments(
      CountSegmentsRequest request, StreamObserver<CountSegmentsResponse> reply) {
    var answer =
        CountSegmentsResponse.newBuilder().setAsOfTime(ProfileProtos.time(use.overview().now()));
    use.parts()
        .of(use.membering().filters())
        .forEach(
            (segment, people) ->
                answer.addCounts(
                    CountSegmentsResponse.Count.newBuilder()
                        .setSegment(segment)
                        .setProfiles(people.profiles())
                        .setPeople(PeopleProtos.count(people))));
    send(reply, answer.build());
  }

  @Override
  public void listProfileChanges(
      ListProfileChangesRequest request, StreamObserver<ListProfileChangesResponse> reply) {
    int size = request.getPageSize() <= 0 ? CHANGES : Math.min(request.getPageSize(), MAX_CHANGES);
    var changes = use.cards().changes(request.getToken(), size);
    var names = changes.cards().stream().map(Card::name).toList();
    var aliases = use.reading().aliases(names);
    send(reply, ProfileProtos.changes(changes, aliases, use.desk().segments(changes.cards())));
  }

  private Profile.Builder sheet(
      org.masterplan.profiles.profile.domain.Profile profile, Desk.Parts parts) {
    return message(use.desk().sheet(profile, parts, Caller.current()));
  }

  private static Profile.Builder message(Desk.Sheet sheet) {
    return ProfileProtos.profile(sheet.profile(), sheet.masked())
        .addAllConsents(sheet.consents().stream().map(ConsentProtos::consent).toList())
        .addAllSegments(sheet.segments())
        .addAllMemberships(sheet.memberships().stream().map(ProfileProtos::membership).toList())
        .addAllMissing(sheet.missing());
  }

  private static Contact contact(Desk.Reach reach) {
    return ProfileProtos.contact(reach.profile(), reach.consents(), reach.segments());
  }

  private static Identity.Steward steward(String reason) {
    return new Identity.Steward(Caller.current().subject(), reason);
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
