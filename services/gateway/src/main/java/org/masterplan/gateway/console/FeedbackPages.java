package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.masterplan.listening.v1.Feedback.AuthorStanding;
import org.masterplan.listening.v1.Feedback.Type;
import org.masterplan.listening.v1.ListFeedbackRequest;
import org.masterplan.listening.v1.ResolveFeedbackAuthorsRequest;
import org.masterplan.listening.v1.SummarizeFeedbackRequest;
import org.masterplan.listening.v1.SummarizeFeedbackResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What current and potential customers criticise, analyse and suggest. */
@Controller
final class FeedbackPages {
  private static final int PAGE = 25;
  private static final int LOOKED_UP = 200;

  /** So many pages of authors are looked up by one press of the button. */
  private static final int MOST_PAGES = 25;

  private static final List<Type> TYPES = List.of(Type.CRITICISM, Type.ANALYSIS, Type.SUGGESTION);
  private static final List<AuthorStanding> STANDINGS =
      List.of(
          AuthorStanding.CURRENT_CUSTOMER,
          AuthorStanding.POTENTIAL_CUSTOMER,
          AuthorStanding.UNKNOWN_AUTHOR);
  private static final List<AuthorStanding> UNTOLD =
      List.of(AuthorStanding.AUTHOR_STANDING_UNSPECIFIED);

  private final Services services;
  private final Directory directory;

  FeedbackPages(Services services, Directory directory) {
    this.services = services;
    this.directory = directory;
  }

  /** What is asked for; empty means all. */
  public record Wanted(String type, String standing) {
    private static Wanted of(String type, String standing) {
      return new Wanted(
          TYPES.stream().anyMatch(t -> t.name().equals(type)) ? type : "",
          STANDINGS.stream().anyMatch(s -> s.name().equals(standing)) ? standing : "");
    }

    private Wanted ofAnybody() {
      return new Wanted(type, "");
    }

    private String filter() {
      var parts = new ArrayList<String>();
      if (!type.isEmpty()) {
        parts.add("type = " + type);
      }
      if (!standing.isEmpty()) {
        parts.add("author_standing = " + standing);
      }
      return String.join(" AND ", parts);
    }
  }

  @GetMapping("/feedback")
  String show(
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", done);
    return fill(Wanted.of(type, standing), token, visitor, model);
  }

  private String fill(Wanted asking, String token, Visitor visitor, Model model) {
    var asked = new Asked();
    var stub = services.feedback(visitor);
    var summary = stub.summarizeFeedback(SummarizeFeedbackRequest.getDefaultInstance());
    var standings = standings(summary);
    var wanted = standings.equals(UNTOLD) ? asking.ofAnybody() : asking;
    var page =
        stub.listFeedback(
            ListFeedbackRequest.newBuilder()
                .setPageSize(PAGE)
                .setPageToken(token)
                .setFilter(wanted.filter())
                .build());
    model.addAttribute("feedback", page.getFeedbackList());
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute("first", token.isEmpty());
    model.addAttribute("wanted", wanted);
    model.addAttribute("types", TYPES);
    model.addAttribute("standings", standings);
    model.addAttribute("told", standings.equals(STANDINGS));
    model.addAttribute("counts", counts(summary, standings));
    model.addAttribute("asOf", summary.getAsOfTime());
    model.addAttribute("communities", directory.communities(visitor, asked));
    model.addAttribute("lines", directory.productLines(visitor, asked));
    model.addAttribute("mayLookUp", mayLookUp(visitor));
    model.addAttribute("missing", asked.missing());
    return "feedback";
  }

  /** Whoever acts for a unit is not told what authors are to us. */
  private static List<AuthorStanding> standings(SummarizeFeedbackResponse summary) {
    return summary.getCountsList().stream().anyMatch(c -> UNTOLD.contains(c.getAuthorStanding()))
        ? UNTOLD
        : STANDINGS;
  }

  /** Rows by type, cells by standing, in the order of the table. */
  private static Map<Type, List<Long>> counts(
      SummarizeFeedbackResponse summary, List<AuthorStanding> standings) {
    var counts = new EnumMap<Type, List<Long>>(Type.class);
    for (var type : TYPES) {
      var row = new Long[standings.size()];
      Arrays.fill(row, 0L);
      summary.getCountsList().stream()
          .filter(count -> count.getType() == type)
          .filter(count -> standings.contains(count.getAuthorStanding()))
          .forEach(c -> row[standings.indexOf(c.getAuthorStanding())] = c.getFeedback());
      counts.put(type, List.of(row));
    }
    return counts;
  }

  /** Asks customer profiles whom the authors are, page by page. */
  @PostMapping("/feedback/authors")
  String lookUp(Visitor visitor, Model model, HttpServletResponse response) {
    var request = ResolveFeedbackAuthorsRequest.newBuilder().setPageSize(LOOKED_UP);
    try {
      for (int page = 0; page < MOST_PAGES; page++) {
        var answer = services.feedback(visitor).resolveFeedbackAuthors(request.build());
        request.setPageToken(answer.getNextPageToken());
        if (answer.getNextPageToken().isEmpty()) {
          return "redirect:/feedback?done=all";
        }
      }
      return "redirect:/feedback?done=some";
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      model.addAttribute("done", "");
      return fill(Wanted.of("", ""), "", visitor, model);
    }
  }

  private static boolean mayLookUp(Visitor visitor) {
    var person = visitor.person();
    return person.is("cmo") || person.is("data-team");
  }
}
