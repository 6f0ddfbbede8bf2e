package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.masterplan.profiles.v1.AdvanceSourceRequest;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.ReconcileSourceRequest;
import org.masterplan.profiles.v1.Replacement;
import org.masterplan.profiles.v1.RetireSourceRequest;
import org.masterplan.profiles.v1.ReturnSourceRequest;
import org.masterplan.profiles.v1.SignOffSourceRequest;

/** The steps of replacing an old database that a visitor may take from its source's page. */
enum SourceSteps {
  CONFIRM,
  RECONCILE,
  ADVANCE,
  SIGN_OFF,
  RETIRE,
  RETURN;

  private static final String UNITS = "businessUnits/";

  /**
   * What is decided upon.
   *
   * @param rows that the old database counts; 0 if none are stated
   */
  record Decision(Replacement read, long rows, String reason, String etag) {
    String source() {
      return read.getName().substring(0, read.getName().lastIndexOf('/'));
    }
  }

  static Optional<SourceSteps> named(String word) {
    return Arrays.stream(values()).filter(step -> step.name().equals(word)).findFirst();
  }

  /** What may be done now; the service decides in the end. */
  static List<SourceSteps> of(Replacement read, Visitor visitor) {
    var steps = new ArrayList<SourceSteps>();
    if (visitor.person().is("data-team")) {
      steps.addAll(ofDataTeam(read));
    }
    if (read.getState() == org.masterplan.profiles.v1.Source.State.READ_ONLY
        && !read.hasSignOff()
        && isOwner(read, visitor)) {
      steps.add(SIGN_OFF);
    }
    return steps;
  }

  private static List<SourceSteps> ofDataTeam(Replacement read) {
    return switch (read.getState()) {
      case REGISTERED -> List.of(CONFIRM);
      case MAPPED -> List.of();
      case LOADED -> blocks(read, "BLOCKED_MAPPING") ? List.of(CONFIRM) : List.of(RECONCILE);
      case RECONCILED -> List.of(ADVANCE);
      case SHADOW, MASTER_HERE ->
          read.getLoadedSince() ? List.of(RECONCILE, RETURN) : List.of(ADVANCE, RETURN);
      case READ_ONLY -> read.hasSignOff() ? List.of(RETIRE, RETURN) : List.of(RETURN);
      case RETIRED, STATE_UNSPECIFIED, UNRECOGNIZED -> List.of();
    };
  }

  private static boolean blocks(Replacement read, String code) {
    return read.getBlockersList().stream().anyMatch(blocker -> blocker.getCode().equals(code));
  }

  private static boolean isOwner(Replacement read, Visitor visitor) {
    var unit = read.getBusinessUnit();
    boolean own =
        unit.startsWith(UNITS) && visitor.person().units().contains(unit.substring(UNITS.length()));
    return visitor.person().is("cmo") || visitor.person().is("business-unit") && own;
  }

  void take(Decision d, Services services, Visitor visitor) {
    var replacements = services.replacements(visitor);
    var sources = services.sources(visitor);
    switch (this) {
      case CONFIRM ->
          sources.confirmMapping(Acts.fill(ConfirmMappingRequest.newBuilder(), filled(d)).build());
      case RECONCILE ->
          replacements.reconcileSource(
              Acts.fill(ReconcileSourceRequest.newBuilder().setRows(d.rows()), filled(d)).build());
      case ADVANCE ->
          replacements.advanceSource(
              Acts.fill(
                      AdvanceSourceRequest.newBuilder().setState(d.read().getNextState()),
                      filled(d))
                  .build());
      case SIGN_OFF ->
          replacements.signOffSource(
              Acts.fill(SignOffSourceRequest.newBuilder(), filled(d)).build());
      case RETIRE ->
          sources.retireSource(Acts.fill(RetireSourceRequest.newBuilder(), filled(d)).build());
      case RETURN ->
          replacements.returnSource(Acts.fill(ReturnSourceRequest.newBuilder(), filled(d)).build());
    }
  }

  private static Acts.Decision filled(Decision d) {
    return new Acts.Decision(d.source(), d.etag(), d.reason());
  }
}
