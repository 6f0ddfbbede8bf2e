package org.masterplan.registry.plan.grpc;

import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.registry.plan.app.ObjectiveReport;
import org.masterplan.registry.plan.app.PlanFields;
import org.masterplan.registry.plan.app.PlanParts;
import org.masterplan.registry.plan.app.Reviews;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.resource.app.Versioned;
import org.masterplan.registry.resource.grpc.Replies;
import org.masterplan.registry.v1.CreateObjectiveRequest;
import org.masterplan.registry.v1.CreateProductLineRequest;
import org.masterplan.registry.v1.CreateSegmentRequest;
import org.masterplan.registry.v1.GetObjectiveRequest;
import org.masterplan.registry.v1.GetProductLineRequest;
import org.masterplan.registry.v1.GetSegmentRequest;
import org.masterplan.registry.v1.ListObjectivesRequest;
import org.masterplan.registry.v1.ListObjectivesResponse;
import org.masterplan.registry.v1.ListProductLinesRequest;
import org.masterplan.registry.v1.ListProductLinesResponse;
import org.masterplan.registry.v1.ListSegmentsRequest;
import org.masterplan.registry.v1.ListSegmentsResponse;
import org.masterplan.registry.v1.Objective;
import org.masterplan.registry.v1.PlanServiceGrpc;
import org.masterplan.registry.v1.ProductLine;
import org.masterplan.registry.v1.ReportObjectivesRequest;
import org.masterplan.registry.v1.ReportObjectivesResponse;
import org.masterplan.registry.v1.ReportReviewsRequest;
import org.masterplan.registry.v1.ReportReviewsResponse;
import org.masterplan.registry.v1.Segment;

/** Speaks {@code masterplan.registry.v1.PlanService}. Translates; decides nothing. */
public final class PlanGrpcService extends PlanServiceGrpc.PlanServiceImplBase {
  private static final Listing SEGMENTS = listing("ListSegments");
  private static final Listing PRODUCT_LINES =
      Listing.of(
          "ListProductLines", PlanFields.LINE_FIELDS, PlanFields.SORTABLE, PlanFields.BY_TITLE);
  private static final Listing OBJECTIVES = listing("ListObjectives");

  private final PlanParts segments;
  private final PlanParts productLines;
  private final PlanParts objectives;
  private final Reports reports;

  /** The reports on the plan, as of now. */
  public record Reports(Supplier<ObjectiveReport> objectives, Supplier<Reviews.Report> reviews) {}

  /** The three kinds of plan part. */
  public record Parts(PlanParts segments, PlanParts productLines, PlanParts objectives) {}

  public PlanGrpcService(Parts parts, Reports reports) {
    this.segments = parts.segments();
    this.productLines = parts.productLines();
    this.objectives = parts.objectives();
    this.reports = reports;
  }

  @Override
  public void createSegment(CreateSegmentRequest request, StreamObserver<Segment> reply) {
    var sent = request.getSegment();
    var name = ResourceName.chosen("segment_id", "segments", request.getSegmentId());
    var part = new PlanPart(name, sent.getTitle(), sent.getDescription(), sent.getProfileFilter());
    var stored = segments.add(part, Caller.current(), request.getAllowExisting());
    Replies.send(reply, segment(stored));
  }

  @Override
  public void getSegment(GetSegmentRequest request, StreamObserver<Segment> reply) {
    Replies.send(reply, segment(segments.get(name("segments", request.getName()))));
  }

  @Override
  public void listSegments(
      ListSegmentsRequest request, StreamObserver<ListSegmentsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = segments.list(Paging.query(asked, SEGMENTS));
    Replies.send(
        reply,
        ListSegmentsResponse.newBuilder()
            .addAllSegments(slice.map(PlanGrpcService::segment).items())
            .setNextPageToken(Paging.token(asked, SEGMENTS, slice))
            .build());
  }

  @Override
  public void createProductLine(
      CreateProductLineRequest request, StreamObserver<ProductLine> reply) {
    var sent = request.getProductLine();
    var name = ResourceName.chosen("product_line_id", "productLines", request.getProductLineId());
    var part = new PlanPart(name, sent.getTitle(), sent.getDescription(), sent.getBusinessUnit());
    var stored = productLines.add(part, Caller.current(), request.getAllowExisting());
    Replies.send(reply, productLine(stored));
  }

  @Override
  public void getProductLine(GetProductLineRequest request, StreamObserver<ProductLine> reply) {
    Replies.send(reply, productLine(productLines.get(name("productLines", request.getName()))));
  }

  @Override
  public void listProductLines(
      ListProductLinesRequest request, StreamObserver<ListProductLinesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = productLines.list(Paging.query(asked, PRODUCT_LINES));
    Replies.send(
        reply,
        ListProductLinesResponse.newBuilder()
            .addAllProductLines(slice.map(PlanGrpcService::productLine).items())
            .setNextPageToken(Paging.token(asked, PRODUCT_LINES, slice))
            .build());
  }

  @Override
  public void createObjective(CreateObjectiveRequest request, StreamObserver<Objective> reply) {
    var sent = request.getObjective();
    var name = ResourceName.chosen("objective_id", "objectives", request.getObjectiveId());
    var part = new PlanPart(name, sent.getTitle(), sent.getDescription(), "");
    var stored = objectives.add(part, Caller.current(), request.getAllowExisting());
    Replies.send(reply, objective(stored));
  }

  @Override
  public void getObjective(GetObjectiveRequest request, StreamObserver<Objective> reply) {
    Replies.send(reply, objective(objectives.get(name("objectives", request.getName()))));
  }

  @Override
  public void listObjectives(
      ListObjectivesRequest request, StreamObserver<ListObjectivesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = objectives.list(Paging.query(asked, OBJECTIVES));
    Replies.send(
        reply,
        ListObjectivesResponse.newBuilder()
            .addAllObjectives(slice.map(PlanGrpcService::objective).items())
            .setNextPageToken(Paging.token(asked, OBJECTIVES, slice))
            .build());
  }

  @Override
  public void reportObjectives(
      ReportObjectivesRequest request, StreamObserver<ReportObjectivesResponse> reply) {
    var report = reports.objectives().get();
    Replies.send(
        reply,
        ReportObjectivesResponse.newBuilder()
            .addAllUnservedObjectives(report.unserved())
            .addAllAimlessCommunities(report.aimless())
            .build());
  }

  @Override
  public void reportReviews(
      ReportReviewsRequest request, StreamObserver<ReportReviewsResponse> reply) {
    var report = reports.reviews().get();
    var answer = ReportReviewsResponse.newBuilder().setAsOfDate(report.asOf().toString());
    report.dueSoon().forEach(owed -> answer.addDueSoon(review(owed)));
    report.overdue().forEach(owed -> answer.addOverdue(review(owed)));
    Replies.send(reply, answer.build());
  }

  private static ReportReviewsResponse.Review review(Reviews.Owed owed) {
    return ReportReviewsResponse.Review.newBuilder()
        .setCommunity(owed.community().name().toString())
        .setExpectedGain(owed.community().intent().answers().expectedGain())
        .setReviewDate(owed.day().toString())
        .build();
  }

  private static Listing listing(String method) {
    return Listing.of(method, PlanFields.FIELDS, PlanFields.SORTABLE, PlanFields.BY_TITLE);
  }

  private static String name(String collection, String text) {
    return ResourceName.parse("name", collection, text).toString();
  }

  private static Segment segment(Versioned<PlanPart> stored) {
    var part = stored.value();
    return Segment.newBuilder()
        .setName(part.name().toString())
        .setTitle(part.title())
        .setDescription(part.description())
        .setProfileFilter(part.detail())
        .setEtag(Etags.of(stored.revision()))
        .build();
  }

  private static ProductLine productLine(Versioned<PlanPart> stored) {
    var part = stored.value();
    return ProductLine.newBuilder()
        .setName(part.name().toString())
        .setTitle(part.title())
        .setDescription(part.description())
        .setBusinessUnit(part.detail())
        .setEtag(Etags.of(stored.revision()))
        .build();
  }

  private static Objective objective(Versioned<PlanPart> stored) {
    var part = stored.value();
    return Objective.newBuilder()
        .setName(part.name().toString())
        .setTitle(part.title())
        .setDescription(part.description())
        .setEtag(Etags.of(stored.revision()))
        .build();
  }
}
