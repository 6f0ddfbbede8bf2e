package org.masterplan.profiles.replacement.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.text.TextCatalogue;
import org.masterplan.profiles.source.domain.Blocker;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;
import org.masterplan.profiles.v1.Replacement;

/** How far sources are, as messages. */
final class ReplacementProtos {
  private ReplacementProtos() {}

  static Replacement replacement(Source source, Locale language) {
    var name = source.name().toString();
    var message =
        Replacement.newBuilder()
            .setName(name + "/replacement")
            .setTitle(source.description().title())
            .setBusinessUnit(source.description().businessUnit())
            .setState(state(source.state()))
            .setLoadedSince(
                source.replacement().reconciliation().isPresent()
                    && source.hasLoadedSinceReconciled())
            .setRecords(source.holdings().records())
            .setRejected(source.holdings().rejected())
            .setEtag(Etags.of(source.revision()));
    source.state().next().ifPresent(next -> message.setNextState(state(next)));
    source.replacement().since().ifPresent(at -> message.setStateTime(time(at)));
    source.replacement().reconciliation().ifPresent(r -> message.setReconciliation(signed(r)));
    source.replacement().signOff().ifPresent(word -> message.setSignOff(signature(word.signed())));
    Blocker.of(source).forEach(each -> message.addBlockers(blocker(each, name, language)));
    return message.build();
  }

  static org.masterplan.profiles.v1.Source.State state(SourceState state) {
    return org.masterplan.profiles.v1.Source.State.valueOf(state.name());
  }

  private static Replacement.Blocker blocker(Blocker blocker, String name, Locale language) {
    var text = TextCatalogue.shared().say(language, blocker.name(), Map.of("name", name));
    return Replacement.Blocker.newBuilder().setCode(blocker.name()).setText(text).build();
  }

  private static Replacement.Reconciliation signed(
      org.masterplan.profiles.source.domain.Replacement.Reconciliation signed) {
    var figures = signed.figures();
    return Replacement.Reconciliation.newBuilder()
        .setOperation(figures.load().isEmpty() ? "" : "operations/" + figures.load())
        .setRows(signed.rows())
        .setRecords(figures.records())
        .setRejected(figures.rejected())
        .setRepeated(figures.repeated())
        .setAbsent(signed.absent())
        .setSignature(signature(signed.signed()))
        .build();
  }

  private static Replacement.Signature signature(
      org.masterplan.profiles.source.domain.Replacement.Signature signature) {
    return Replacement.Signature.newBuilder()
        .setSigner(signature.by())
        .setTime(time(signature.at()))
        .setReason(signature.reason())
        .build();
  }

  private static Timestamp time(Instant at) {
    return Timestamps.fromMillis(at.toEpochMilli());
  }
}
