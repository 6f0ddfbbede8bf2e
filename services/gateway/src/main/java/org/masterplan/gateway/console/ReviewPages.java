package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.v1.DecideReviewRequest;
import org.masterplan.profiles.v1.GetReviewRequest;
import org.masterplan.profiles.v1.GetReviewSummaryRequest;
import org.masterplan.profiles.v1.ListReviewsRequest;
import org.masterplan.profiles.v1.Review;
import org.masterplan.profiles.v1.StartReviewSearchRequest;
import org.masterplan.profiles.v1.UndoReviewRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the data team is asked: are these two one person? By mouse, by form, or by keyboard. */
@Controller
final class ReviewPages {
  private static final int PAGE = 25;

  /** Of so many pairs the neighbours of one are found; what is further down is asked later. */
  private static final int AHEAD = 200;

  private final Services services;

  ReviewPages(Services services) {
    this.services = services;
  }

  @GetMapping("/reviews")
  String list(
      @RequestParam Map<String, String> parameters,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    var query = ReviewQuery.of(parameters, visitor);
    var stub = services.reviews(visitor);
    var page = stub.listReviews(request(query, PAGE).setPageToken(token).build());
    model.addAttribute("query", query);
    model.addAttribute("reviews", page.getReviewsList());
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute(
        "summary", stub.getReviewSummary(GetReviewSummaryRequest.getDefaultInstance()));
    model.addAttribute("mayDecide", mayDecide(visitor));
    model.addAttribute("done", done);
    return "reviews";
  }

  @GetMapping("/reviews/{id}")
  String show(
      @PathVariable String id,
      @RequestParam Map<String, String> parameters,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", parameters.getOrDefault("done", ""));
    model.addAttribute("last", parameters.getOrDefault("last", ""));
    return fill("reviews/" + id, ReviewQuery.of(parameters, visitor), visitor, model);
  }

  /** Takes the word, and goes on to the next pair; the last one can be undone from there. */
  @PostMapping("/reviews/{id}/decide")
  String decide(
      @PathVariable String id,
      @RequestParam Map<String, String> parameters,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var name = "reviews/" + id;
    var query = ReviewQuery.of(parameters, visitor);
    var following = following(name, queue(query, visitor));
    var request =
        DecideReviewRequest.newBuilder()
            .setName(name)
            .setVerdict(verdict(parameters.getOrDefault("verdict", "")))
            .setNote(parameters.getOrDefault("note", "").strip())
            .setEtag(parameters.getOrDefault("etag", ""))
            .build();
    try {
      services.reviews(visitor).decideReview(request);
    } catch (StatusRuntimeException e) {
      refuse(e, parameters, model, response);
      return fill(name, query, visitor, model);
    }
    return "redirect:"
        + (following.isEmpty()
            ? with(query.at("/reviews"), "done=last")
            : with(query.at("/" + following), "done=decided&last=" + name));
  }

  @PostMapping("/reviews/{id}/undo")
  String undo(
      @PathVariable String id,
      @RequestParam Map<String, String> parameters,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var name = "reviews/" + id;
    var query = ReviewQuery.of(parameters, visitor);
    var seen = parameters.getOrDefault("etag", "");
    try {
      // From the page of the next pair: then what is taken back is what stands now.
      var etag = seen.isEmpty() ? get(name, visitor).getEtag() : seen;
      var request =
          UndoReviewRequest.newBuilder()
              .setName(name)
              .setReason(parameters.getOrDefault("note", "").strip())
              .setEtag(etag)
              .build();
      services.reviews(visitor).undoReview(request);
    } catch (StatusRuntimeException e) {
      refuse(e, parameters, model, response);
      return fill(name, query, visitor, model);
    }
    return "redirect:" + with(query.at("/" + name), "done=undone");
  }

  @PostMapping("/reviews/search")
  String search(@RequestParam(name = "sample", defaultValue = "0") int sample, Visitor visitor) {
    var request = StartReviewSearchRequest.newBuilder().setSampleSize(sample).build();
    services.reviews(visitor).startReviewSearch(request);
    return "redirect:/reviews?done=searching";
  }

  private static void refuse(
      StatusRuntimeException e,
      Map<String, String> parameters,
      Model model,
      HttpServletResponse response) {
    var refused = Refused.of(e);
    response.setStatus(refused.http());
    model.addAttribute("refused", refused);
    model.addAttribute("written", parameters.getOrDefault("note", ""));
  }

  private String fill(String name, ReviewQuery query, Visitor visitor, Model model) {
    var review = get(name, visitor);
    var queue = queue(query, visitor);
    model.addAttribute("review", review);
    model.addAttribute("query", query);
    model.addAttribute("previous", before(name, queue));
    model.addAttribute("following", following(name, queue));
    model.addAttribute(
        "waterfall",
        review.hasEvidence() && review.getEvidence().getContributionsCount() > 0
            ? Waterfall.of(review.getEvidence())
            : null);
    model.addAttribute("mayDecide", mayDecide(visitor));
    return "review";
  }

  private Review get(String name, Visitor visitor) {
    return services.reviews(visitor).getReview(GetReviewRequest.newBuilder().setName(name).build());
  }

  private List<String> queue(ReviewQuery query, Visitor visitor) {
    return services
        .reviews(visitor)
        .listReviews(request(query, AHEAD).build())
        .getReviewsList()
        .stream()
        .map(Review::getName)
        .toList();
  }

  /** One that is not in the queue any more is followed by its first. */
  private static String following(String name, List<String> queue) {
    int at = queue.indexOf(name);
    return at + 1 < queue.size() ? queue.get(at + 1) : "";
  }

  private static String before(String name, List<String> queue) {
    int at = queue.indexOf(name);
    return at > 0 ? queue.get(at - 1) : "";
  }

  private static String with(String address, String parameters) {
    return address + (address.contains("?") ? "&" : "?") + parameters;
  }

  private static Review.Verdict verdict(String word) {
    return switch (word) {
      case "SAME" -> Review.Verdict.SAME;
      case "DIFFERENT" -> Review.Verdict.DIFFERENT;
      case "CANNOT_TELL" -> Review.Verdict.CANNOT_TELL;
      default -> Review.Verdict.VERDICT_UNSPECIFIED;
    };
  }

  private static boolean mayDecide(Visitor visitor) {
    return visitor.person().is("data-team");
  }

  private static ListReviewsRequest.Builder request(ReviewQuery query, int size) {
    return ListReviewsRequest.newBuilder().setPageSize(size).setFilter(query.filter());
  }
}
