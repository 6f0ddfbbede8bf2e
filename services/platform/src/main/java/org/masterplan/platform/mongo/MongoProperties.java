package org.masterplan.platform.mongo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a service keeps its documents.
 *
 * @param uri the server; empty means that this service has no store
 * @param database the service's own database
 */
@ConfigurationProperties("masterplan.mongo")
public record MongoProperties(String uri, String database) {
  public MongoProperties {
    uri = uri == null ? "" : uri;
    database = database == null ? "" : database;
  }
}
