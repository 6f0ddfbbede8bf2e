package org.masterplan.profiles.connection.mongo;

import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.connection.domain.Connection;
import org.masterplan.profiles.connection.domain.Definition;

/** The stored shape of a connection. */
final class ConnectionDocument {
  private ConnectionDocument() {}

  static Content write(Connection connection) {
    var said = connection.definition();
    var reached = connection.reached();
    var body =
        new Document("url", said.url())
            .append("user", said.user())
            .append("secret", said.secret())
            .append("table", said.table())
            .append("cursorColumn", said.cursorColumn())
            .append("lastPull", connection.lastPull())
            .append("cursor", reached.cursor())
            .append("leftOut", reached.leftOut())
            .append("mapped", reached.mapped())
            .append("pulledAt", reached.at().map(Date::from).orElse(null))
            .append("updatedAt", connection.updatedAt().map(Date::from).orElse(null));
    return new Content(body, new Document());
  }

  static Connection read(Stored stored) {
    var body = stored.body();
    return new Connection(
        new ResourceName("sources", stored.id()),
        new Definition(
            body.getString("url"),
            body.getString("user"),
            body.getString("secret"),
            body.getString("table"),
            body.getString("cursorColumn")),
        body.getString("lastPull"),
        new Connection.Reached(
            body.getString("cursor"),
            body.getList("leftOut", String.class),
            Optional.ofNullable(body.getDate("pulledAt")).map(Date::toInstant),
            Optional.ofNullable(body.getString("mapped")).orElse("")),
        Optional.ofNullable(body.getDate("updatedAt")).map(Date::toInstant),
        stored.revision());
  }
}
