package org.masterplan.profiles.request.domain;

import java.util.Optional;
import org.masterplan.profiles.request.domain.PrivacyRequest.State;
import org.masterplan.profiles.request.domain.PrivacyRequest.Verification;

/**
 * How far it is.
 *
 * @param claim whose turn it is to carry it out, or was in the last call that broke off
 * @param extension why the answer takes longer; empty if it does not
 * @param operation that carries it out; empty if none does
 * @param reply what the person was told
 */
public record Progress(
    State state,
    Optional<Verification> verified,
    Optional<Claim> claim,
    String extension,
    String operation,
    String reply) {
  static final Progress NONE =
      new Progress(State.RECEIVED, Optional.empty(), Optional.empty(), "", "", "");

  /** Whoever had a claim has not seen this. */
  Progress to(State next) {
    return new Progress(next, verified, Optional.empty(), extension, operation, reply);
  }

  Progress verified(Verification by) {
    return new Progress(
        State.VERIFIED, Optional.of(by), Optional.empty(), extension, operation, reply);
  }

  Progress claimed(State next, Optional<Claim> claimed) {
    return new Progress(next, verified, claimed, extension, operation, reply);
  }

  Progress extended(String reason) {
    return new Progress(state, verified, Optional.empty(), reason, operation, reply);
  }

  Progress fulfilled(String by) {
    return new Progress(State.FULFILLED, verified, Optional.empty(), extension, by, reply);
  }

  Progress closed(State end, String told) {
    return new Progress(end, verified, Optional.empty(), extension, operation, told);
  }
}
