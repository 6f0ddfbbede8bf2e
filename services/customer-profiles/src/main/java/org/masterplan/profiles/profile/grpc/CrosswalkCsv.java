package org.masterplan.profiles.profile.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Writes the crosswalk as CSV, some hundred lines a piece. */
final class CrosswalkCsv {
  private static final int LINES = 500;

  private final Reading reading;
  private final PatientStream<HttpBody> out;
  private final List<SourceRecord> batch = new ArrayList<>(LINES);

  CrosswalkCsv(Reading reading, StreamObserver<HttpBody> reply) {
    this.reading = reading;
    this.out = new PatientStream<>(reply);
    send("source,record,profile\n");
  }

  void add(SourceRecord record) {
    batch.add(record);
    if (batch.size() == LINES) {
      end();
    }
  }

  void end() {
    var profiles = reading.assignment(batch);
    var lines = new StringBuilder();
    for (var record : batch) {
      var profile = profiles.get(record.number());
      if (profile != null) {
        lines
            .append(record.name().source())
            .append(',')
            .append(cell(record.name().id()))
            .append(',')
            .append(profile)
            .append('\n');
      }
    }
    batch.clear();
    if (!lines.isEmpty()) {
      send(lines.toString());
    }
  }

  private void send(String text) {
    out.send(
        HttpBody.newBuilder()
            .setContentType("text/csv; charset=utf-8")
            .setData(ByteString.copyFromUtf8(text))
            .build());
  }

  /** Quoted where needed; a cell that a spreadsheet would run as a formula is made text. */
  private static String cell(String text) {
    var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches(".*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
