package org.masterplan.profiles.export.grpc;

import java.io.OutputStream;
import java.util.List;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** People as JSON, an object on each line; what is not known is not named. */
final class JsonLinesFile implements RowFile {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final RowColumns columns;
  private final JsonGenerator out;

  JsonLinesFile(RowColumns columns, OutputStream out) {
    this.columns = columns;
    this.out = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  @Override
  public void row(ExportRow row) {
    out.writeStartObject();
    out.writeStringProperty("profile", row.profile());
    list("aliases", row.aliases());
    out.writeObjectPropertyStart("values");
    columns.fields().forEach(field -> value(field, row));
    if (columns.further()) {
      columns.further(row).forEach(out::writeStringProperty);
    }
    out.writeEndObject();
    list("records", row.given().recordNames());
    list("consents", row.consentTexts());
    if (row.segmentsKnown()) {
      list("segments", row.segments());
    }
    out.writeStringProperty("createTime", row.createdAt().toString());
    out.writeStringProperty("updateTime", row.updatedAt().toString());
    out.writeNumberProperty("leftOut", row.given().leftOut());
    out.writeEndObject();
    out.writeRaw('\n');
  }

  @Override
  public void end() {
    out.close();
  }

  private void value(String field, ExportRow row) {
    var value = row.values().get(field);
    if (value != null) {
      out.writeStringProperty(field, value);
    }
  }

  private void list(String name, List<String> items) {
    out.writeArrayPropertyStart(name);
    items.forEach(out::writeString);
    out.writeEndArray();
  }
}
