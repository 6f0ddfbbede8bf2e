package org.masterplan.profiles.consent.grpc;

import com.google.protobuf.util.Timestamps;
import org.masterplan.profiles.v1.Consent;

/** Consents as messages. */
public final class ConsentProtos {
  private ConsentProtos() {}

  public static Consent consent(org.masterplan.profiles.consent.domain.Consent consent) {
    return Consent.newBuilder()
        .setPurpose(consent.purpose())
        .setChannel(consent.channel())
        .setState(Consent.State.valueOf(consent.state().name()))
        .setTime(Timestamps.fromMillis(consent.time().toEpochMilli()))
        .setEvidence(consent.evidence())
        .setSubject(consent.subject())
        .setRecorder(consent.recorder())
        .build();
  }
}
