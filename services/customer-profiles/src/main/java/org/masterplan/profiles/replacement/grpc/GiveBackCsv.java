package org.masterplan.profiles.replacement.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import java.util.List;
import org.masterplan.platform.intake.CsvText;
import org.masterplan.profiles.profile.grpc.PatientStream;
import org.masterplan.profiles.replacement.app.GiveBack;
import org.masterplan.profiles.source.app.GoneRecords;

/** Writes the give-back file as CSV, as it comes. */
final class GiveBackCsv {
  private final PatientStream<HttpBody> out;

  GiveBackCsv(PatientStream<HttpBody> out) {
    this.out = out;
    send(
        CsvText.record(
            List.of("record", "profile", "field", "given", "value", "from", "time", "withheld")));
  }

  void add(List<GiveBack.Line> lines) {
    var text = new StringBuilder();
    for (var line : lines) {
      var record = line.record().id();
      var withheld = Integer.toString(line.withheld());
      text.append(CsvText.record(List.of(record, line.profile(), "", "", "", "", "", withheld)));
      for (var better : line.better()) {
        text.append(better(record, line.profile(), better));
      }
    }
    if (!text.isEmpty()) {
      send(text.toString());
    }
  }

  /** Lines of no profile: the record was erased, then. */
  void forget(List<GoneRecords.Gone> erased) {
    var text = new StringBuilder();
    for (var gone : erased) {
      var at = gone.at().toString();
      text.append(CsvText.record(List.of(gone.name().id(), "", "", "", "", "", at, "")));
    }
    if (!text.isEmpty()) {
      send(text.toString());
    }
  }

  private static String better(String record, String profile, GiveBack.Better better) {
    var value = better.value();
    return CsvText.record(
        List.of(
            record,
            profile,
            better.field(),
            better.given(),
            value.value(),
            value.record().toString(),
            value.time().toString(),
            ""));
  }

  private void send(String text) {
    out.send(
        HttpBody.newBuilder()
            .setContentType("text/csv; charset=utf-8")
            .setData(ByteString.copyFromUtf8(text))
            .build());
  }
}
