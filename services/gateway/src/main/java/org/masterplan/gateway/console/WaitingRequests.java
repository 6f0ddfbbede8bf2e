package org.masterplan.gateway.console;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.ListCommunitiesRequest;

/** Communities and messages that were submitted and wait for the CMO office. */
final class WaitingRequests {
  /** As many of a kind as are read: the oldest come first in the lists of the services too. */
  private static final int MOST = 1000;

  private static final int PAGE = 200;
  private static final String OLDEST_FIRST = "create_time";
  private static final String PROPOSED = "state = \"PROPOSED\"";

  /** What lived before the plan stays LIVE while it waits. */
  private static final String WAITING =
      PROPOSED + " OR (permit = \"UNPERMITTED\" AND submitter != \"\")";

  private final Services services;

  WaitingRequests(Services services) {
    this.services = services;
  }

  /** What may wait, and which service knows of it. */
  public enum Kind {
    /** A community. */
    COMMUNITY("community-registry"),
    /** A message. */
    MESSAGE("message-governance");

    private final String service;

    Kind(String service) {
      this.service = service;
    }

    /** As addresses and keys of words spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is named so, alone; all of them if none is. */
    static Set<Kind> of(String word) {
      var named = EnumSet.allOf(Kind.class);
      named.removeIf(kind -> !kind.word().equals(word));
      return named.isEmpty() ? EnumSet.allOf(Kind.class) : named;
    }
  }

  /**
   * One request.
   *
   * @param kind what waits
   * @param name of the resource
   * @param why what it is for, in its own words
   * @param since when it was submitted
   * @param own whether the visitor submitted it, and so may not decide
   */
  public record Request(
      Kind kind,
      String name,
      String title,
      String unit,
      String why,
      Timestamp since,
      String etag,
      boolean own) {}

  /**
   * What waits, oldest first.
   *
   * @param kinds those that were asked for and could be asked
   * @param cut whether there are more than were read
   */
  public record Waiting(List<Request> requests, Set<Kind> kinds, boolean cut) {
    public Waiting {
      requests = List.copyOf(requests);
      kinds = Set.copyOf(kinds);
    }

    /** Whether this is all that waits, of every kind. */
    public boolean isWhole() {
      return kinds.size() == Kind.values().length && !cut;
    }
  }

  private record Read(List<Request> requests, boolean cut) {}

  /** One page of a service's list, and the token of the next. */
  private record Page(List<Request> requests, String next) {}

  /** Everything of these kinds that waits. */
  Waiting list(Set<Kind> kinds, Visitor visitor, Asked asked) {
    var requests = new ArrayList<Request>();
    var told = EnumSet.noneOf(Kind.class);
    var cut = false;
    for (var kind : kinds) {
      var read = asked.of(kind.service, () -> read(kind, visitor));
      if (read.isPresent()) {
        told.add(kind);
        requests.addAll(read.get().requests());
        cut |= read.get().cut();
      }
    }
    requests.sort(Comparator.comparing(Request::since, Timestamps.comparator()));
    return new Waiting(requests, told, cut);
  }

  private Read read(Kind kind, Visitor visitor) {
    var all = new ArrayList<Request>();
    var token = "";
    do {
      var page =
          switch (kind) {
            case COMMUNITY -> communities(token, visitor);
            case MESSAGE -> messages(token, visitor);
          };
      all.addAll(page.requests());
      token = page.next();
    } while (!token.isEmpty() && all.size() < MOST);
    return new Read(all, !token.isEmpty());
  }

  private Page communities(String token, Visitor visitor) {
    var request =
        ListCommunitiesRequest.newBuilder()
            .setPageSize(PAGE)
            .setPageToken(token)
            .setFilter(WAITING)
            .setOrderBy(OLDEST_FIRST)
            .build();
    var page = services.communities(visitor).listCommunities(request);
    var waiting = page.getCommunitiesList().stream().filter(Acts::isWaiting);
    return new Page(waiting.map(c -> of(c, visitor)).toList(), page.getNextPageToken());
  }

  private Page messages(String token, Visitor visitor) {
    var request =
        ListMessagesRequest.newBuilder()
            .setPageSize(PAGE)
            .setPageToken(token)
            .setFilter(PROPOSED)
            .setOrderBy(OLDEST_FIRST)
            .build();
    var page = services.messages(visitor).listMessages(request);
    var waiting =
        page.getMessagesList().stream().filter(m -> m.getState() == Message.State.PROPOSED);
    return new Page(waiting.map(m -> of(m, visitor)).toList(), page.getNextPageToken());
  }

  private static Request of(Community c, Visitor visitor) {
    return new Request(
        Kind.COMMUNITY,
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
        Kind.MESSAGE,
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
