package org.masterplan.profiles.connection.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.profiles.connection.app.Connections;
import org.masterplan.profiles.connection.domain.Connection;

/** Connections in MongoDB, one document each under the id of its source. */
public final class MongoConnections implements Connections {
  private static final String CONNECTIONS = "connections";

  private final VersionedDocuments documents;

  public MongoConnections(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, CONNECTIONS);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(CONNECTIONS, VersionedDocuments.indexes());
  }

  @Override
  public Optional<Connection> find(String source) {
    return documents.find(source).map(ConnectionDocument::read);
  }

  @Override
  public void replace(Connection next, AuditEntry entry) {
    var id = next.source().id();
    var content = ConnectionDocument.write(next);
    try {
      if (next.revision() == 1) {
        documents.add(id, content, entry);
      } else {
        documents.replace(id, next.revision() - 1, content, entry);
      }
    } catch (AlreadyExists | Stale _) {
      throw Stale.named(next.name());
    }
  }
}
