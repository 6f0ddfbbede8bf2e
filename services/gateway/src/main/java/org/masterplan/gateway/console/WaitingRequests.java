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

/** Communities and messages that were submitted and wait for the CMO office. */
final class WaitingRequests {
  private static final int PAGE = 200;
  private static final String PROPOSED = "state = \"PROPOSED\"";

  /** What lived before the plan stays LIVE while it waits. */
  private static final String WAITING =
      PROPOSED + " OR (permit = \"UNPERMITTED\" AND submitter != \"\")";

  private final Services services;

  WaitingRequests(Services services) {
    this.services = services;
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

  /** All of them, oldest first. */
  List<Request> list(Visitor visitor, Asked asked) {
    var requests = new ArrayList<Request>(communities(visitor, asked));
    requests.addAll(messages(visitor, asked));
    requests.sort(Comparator.comparing(Request::since, Timestamps.comparator()));
    return requests;
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
