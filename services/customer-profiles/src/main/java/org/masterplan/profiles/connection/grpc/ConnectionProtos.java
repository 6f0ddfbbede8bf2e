package org.masterplan.profiles.connection.grpc;

import com.google.protobuf.util.Timestamps;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Definition;
import org.masterplan.profiles.v1.Connection;
import org.masterplan.profiles.v1.TableColumn;
import org.masterplan.profiles.v1.UpdateConnectionRequest;

/** Connections as messages, and messages as connections. */
final class ConnectionProtos {
  private static final String MASK = "update_mask";
  private static final List<String> FIELDS =
      List.of("url", "user", "secret", "table", "cursor_column");

  private ConnectionProtos() {}

  static Connection connection(org.masterplan.profiles.connection.domain.Connection connection) {
    var said = connection.definition();
    var reached = connection.reached();
    var message =
        Connection.newBuilder()
            .setName(connection.name())
            .setUrl(said.url())
            .setUser(said.user())
            .setSecret(said.secret())
            .setTable(said.table())
            .setCursorColumn(said.cursorColumn())
            .setCursor(reached.cursor())
            .setLastPull(connection.lastPull())
            .addAllLeftOutColumns(reached.leftOut())
            .setEtag(Etags.of(connection.revision()));
    reached.at().ifPresent(t -> message.setLastPullTime(Timestamps.fromMillis(t.toEpochMilli())));
    connection
        .updatedAt()
        .ifPresent(t -> message.setUpdateTime(Timestamps.fromMillis(t.toEpochMilli())));
    return message.build();
  }

  static TableColumn column(Column column) {
    return TableColumn.newBuilder()
        .setName(column.name())
        .setType(column.type())
        .setLeftOut(column.leftOut())
        .setCursor(column.grows())
        .build();
  }

  /** The source whose connection the name is. */
  static ResourceName source(String field, String name) {
    return ResourceName.ofPart(field, "sources", "connection", name);
  }

  /** The definition after the masked fields were put in. */
  static Definition merged(Definition old, UpdateConnectionRequest request) {
    var next = request.getConnection();
    return new Definition(
        names(request, "url") ? next.getUrl().strip() : old.url(),
        names(request, "user") ? next.getUser() : old.user(),
        names(request, "secret") ? next.getSecret() : old.secret(),
        names(request, "table") ? next.getTable().strip() : old.table(),
        names(request, "cursor_column") ? next.getCursorColumn() : old.cursorColumn());
  }

  /**
   * The fields that the mask names; refuses one that names no field. What only the plan writes is
   * passed over: whoever sends back what they were given means no harm.
   */
  static List<String> named(UpdateConnectionRequest request) {
    for (var path : request.getUpdateMask().getPathsList()) {
      if (!path.equals("*") && Connection.getDescriptor().findFieldByName(path) == null) {
        throw InvalidFields.of(
            MASK,
            "CONNECTION_FIELD",
            Map.of("field", MASK, "value", path, "expected", String.join(", ", FIELDS)));
      }
    }
    return FIELDS.stream().filter(each -> names(request, each)).toList();
  }

  /** Whether the mask names the field; an empty one names every field that is set. */
  private static boolean names(UpdateConnectionRequest request, String field) {
    return request.hasUpdateMask()
        ? request.getUpdateMask().getPathsList().stream()
            .anyMatch(path -> path.equals("*") || path.equals(field))
        : request.getConnection().getAllFields().keySet().stream()
            .anyMatch(each -> each.getName().equals(field));
  }
}
