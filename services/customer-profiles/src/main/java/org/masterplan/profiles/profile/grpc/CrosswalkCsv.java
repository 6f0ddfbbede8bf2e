package org.masterplan.profiles.profile.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.masterplan.platform.intake.CsvText;
import org.masterplan.profiles.export.app.Exports;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Writes the crosswalk as CSV, some hundred lines a piece. */
final class CrosswalkCsv {
  private static final int LINES = 500;

  private final Reading reading;
  private final Consumer<List<Exports.Held>> hold;
  private final PatientStream<HttpBody> out;
  private final List<SourceRecord> batch = new ArrayList<>(LINES);

  /** What {@code hold} is given takes whom the next lines name, before they leave. */
  CrosswalkCsv(Reading reading, Consumer<List<Exports.Held>> hold, StreamObserver<HttpBody> reply) {
    this.reading = reading;
    this.hold = hold;
    this.out = new PatientStream<>(reply);
    send(CsvText.record(List.of("source", "record", "profile")));
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
    var held = new ArrayList<Exports.Held>();
    for (var record : batch) {
      var profile = profiles.get(record.number());
      if (profile != null) {
        var name = record.name();
        lines.append(CsvText.record(List.of(name.source(), name.id(), profile)));
        held.add(new Exports.Held(profile, List.of(record.number())));
      }
    }
    batch.clear();
    if (!lines.isEmpty()) {
      hold.accept(held);
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
}
