package org.masterplan.gateway.console;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.ListCommunitiesRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was submitted and waits for the CMO office, oldest first, to be decided in place. */
@Controller
final class DecisionPages {
  private static final int PAGE = 200;
  private static final String PROPOSED = "state = \"PROPOSED\"";

  /** What lived before the plan stays LIVE while it waits. */
  private static final String WAITING =
      PROPOSED + " OR (permit = \"UNPERMITTED\" AND submitter != \"\")";

  private final Services services;
  private final Directory directory;

  DecisionPages(Services services, Directory directory) {
    this.services = services;
    this.directory = directory;
  }

  /**
   * One request.
   *
   * @param kind {@code community} or {@code message}
   * @param name of the resource
   * @param why what it is for, in its own words
   * @param since when it was submitted
   * @param own whether the visitor submitted it, and so may not decide
   */
  public record Request(
      String kind,
      String name,
      String title,
      String unit,
      String why,
      Timestamp since,
      String etag,
      boolean own) {}

  @GetMapping("/decisions")
  String show(@RequestParam(defaultValue = "") String done, Visitor visitor, Model model) {
    var asked = new Asked();
    var requests = new ArrayList<Request>(communities(visitor, asked));
    requests.addAll(messages(visitor, asked));
    requests.sort(Comparator.comparing(Request::since, Timestamps.comparator()));
    model.addAttribute("requests", requests);
    model.addAttribute("office", visitor.person().is("cmo"));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("done", done);
    model.addAttribute("missing", asked.missing());
    return "decisions";
  }

  private List<Request> communities(Visitor visitor, Asked asked) {
    var found = new ArrayList<Request>();
    var request = ListCommunitiesRequest.newBuilder().setPageSize(PAGE).setFilter(WAITING);
    asked.of(
        "community-registry",
        () -> {
          do {
            var page = services.communities(visitor).listCommunities(request.build());
            page.getCommunitiesList().stream()
                .filter(Acts::isWaiting)
                .forEach(c -> found.add(of(c, visitor)));
            request.setPageToken(page.getNextPageToken());
          } while (!request.getPageToken().isEmpty());
          return found;
        });
    return found;
  }

  private List<Request> messages(Visitor visitor, Asked asked) {
    var found = new ArrayList<Request>();
    var request = ListMessagesRequest.newBuilder().setPageSize(PAGE).setFilter(PROPOSED);
    asked.of(
        "message-governance",
        () -> {
          do {
            var page = services.messages(visitor).listMessages(request.build());
            page.getMessagesList().stream()
                .filter(m -> m.getState() == Message.State.PROPOSED)
                .forEach(m -> found.add(of(m, visitor)));
            request.setPageToken(page.getNextPageToken());
          } while (!request.getPageToken().isEmpty());
          return found;
        });
    return found;
  }

  private static Request of(Community c, Visitor visitor) {
    return new Request(
        "community",
        c.getName(),
        c.getTitle(),
        c.getBusinessUnit(),
        c.getWhy(),
        c.hasSubmitTime() ? c.getSubmitTime() : c.getUpdateTime(),
        c.getEtag(),
        c.getSubmitter().equals(visitor.person().subject()));
  }

  private static Request of(Message m, Visitor visitor) {
    return new Request(
        "message",
        m.getName(),
        m.getTitle(),
        m.getBusinessUnit(),
        m.getText(),
        // A proposed message cannot be edited: submitting it was its last change.
        m.getUpdateTime(),
        m.getEtag(),
        m.getSubmitter().equals(visitor.person().subject()));
  }
}
