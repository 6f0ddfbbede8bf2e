package org.masterplan.platform.audit;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.bson.Document;
import org.masterplan.audit.v1.AuditEntry;
import org.masterplan.audit.v1.VerifyAuditResponse;

/** The trail in the words of {@code masterplan.audit.v1}. */
public final class AuditMessages {
  private AuditMessages() {}

  /** What a verification found. */
  public static VerifyAuditResponse answer(Verdict verdict) {
    var answer =
        VerifyAuditResponse.newBuilder()
            .setIntactBatches(verdict.batches())
            .setIntactEntries(verdict.entries())
            .setUnsealedEntries(verdict.unsealed());
    verdict.broken().ifPresent(b -> answer.setBreak(broken(b.how())).setBrokenBatch(b.batch()));
    verdict.suspects().forEach(s -> answer.addBrokenEntries(entry(s)));
    verdict.oldestUnsealed().ifPresent(at -> answer.setOldestUnsealedTime(time(at)));
    return answer.build();
  }

  static AuditEntry entry(Document body) {
    return AuditEntry.newBuilder()
        .setResource(body.getString("resource"))
        .setRevision(body.getLong("revision"))
        .setAt(time(body.getDate("at").toInstant()))
        .setActor(body.getString("actor"))
        .setAct(body.getString("act"))
        .addAllFields(body.getList("fields", String.class))
        .setReason(body.getString("reason"))
        .setBatch(body.getLong("batch"))
        .build();
  }

  private static AuditEntry entry(Verdict.Suspect suspect) {
    return AuditEntry.newBuilder()
        .setResource(suspect.resource())
        .setRevision(suspect.revision())
        .setAt(time(suspect.at()))
        .setActor(suspect.actor())
        .setAct(suspect.act())
        .build();
  }

  private static VerifyAuditResponse.Break broken(Verdict.Break how) {
    return switch (how) {
      case MISSING -> VerifyAuditResponse.Break.MISSING;
      case UNLINKED -> VerifyAuditResponse.Break.UNLINKED;
      case ALTERED -> VerifyAuditResponse.Break.ALTERED;
      case CUT_OFF -> VerifyAuditResponse.Break.CUT_OFF;
      case LISTED_OTHERWISE -> VerifyAuditResponse.Break.LISTED_OTHERWISE;
    };
  }

  private static Timestamp time(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
