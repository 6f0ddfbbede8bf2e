package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.gateway.console.CommunityRow.Aid;
import org.masterplan.registry.v1.Portfolio;

/** What a new plan needs, in the order in which it is needed. */
final class Checklist {
  private static final String REGISTRY = "community-registry";
  private final List<Step> steps = new ArrayList<>();
  private final Visitor visitor;
  private final Asked asked;

  private Checklist(Visitor visitor, Asked asked) {
    this.visitor = visitor;
    this.asked = asked;
  }

  /** How far a step is. What could not be asked is not undone. */
  public enum Progress {
    /** Nothing more is needed. */
    DONE,
    /** Still to do. */
    OPEN,
    /** The service that knows of it did not answer. */
    UNKNOWN
  }

  /** One step, and where it is taken. */
  public record Step(String key, Progress progress, String link) {}

  /**
   * What is known of the plan.
   *
   * @param anyMessage whether there is a message, of any week
   */
  record Known(Portfolio plan, Aid aid, boolean anyMessage) {}

  /** The steps, after everything was asked that they depend on. */
  static List<Step> of(Known known, Visitor visitor, Asked asked) {
    var plan = known.plan();
    var communities = plan.getCommunities().getTotal();
    var list = new Checklist(visitor, asked);
    list.add("units", REGISTRY, !known.aid().units().isEmpty(), list.setUp("units"));
    list.add("segments", REGISTRY, !known.aid().segments().isEmpty(), list.setUp("segments"));
    list.add("community", REGISTRY, communities > 0, "/communities/new");
    list.add("import", REGISTRY, communities > 1, list.setUp("files"));
    var sources = plan.getSources().getTotal();
    list.add("sources", "customer-profiles", sources > 0, "/docs#SourceService");
    var observed = plan.getObserved();
    list.add("activity", "abandonment-detection", observed > 0, list.setUp("files"));
    list.add("message", "message-governance", known.anyMessage(), "/messages/new");
    return List.copyOf(list.steps);
  }

  private void add(String key, String service, boolean done, String link) {
    var undone = asked.missing().contains(service) ? Progress.UNKNOWN : Progress.OPEN;
    steps.add(new Step(key, done ? Progress.DONE : undone, link));
  }

  /** Others than the offices that set the plan up are told how programs do it. */
  private String setUp(String part) {
    return StartPages.isFor(visitor) ? "/start#" + part : "/docs";
  }
}
