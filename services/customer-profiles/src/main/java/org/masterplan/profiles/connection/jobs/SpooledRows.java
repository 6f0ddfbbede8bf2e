package org.masterplan.profiles.connection.jobs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Spooling;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows on their way to disk, one JSON object a line. Closed unfinished it leaves nothing behind.
 */
final class SpooledRows implements AutoCloseable {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final Spooling body;
  private long rows;
  private long bytes;

  SpooledRows(Spool spool) {
    this.body = spool.begin();
  }

  void add(Map<String, String> row) {
    var line = new ByteArrayOutputStream(256);
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      row.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    line.write('\n');
    body.write(ByteBuffer.wrap(line.toByteArray()));
    rows++;
    bytes += line.size();
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return bytes;
  }

  /** The body, safely on disk; empty if there was no row. */
  Optional<Spool.Spooled> finish() {
    return rows == 0 ? Optional.empty() : Optional.of(body.finish());
  }

  @Override
  public void close() {
    body.close();
  }
}
