package org.masterplan.allinone.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.JsonFormat;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.platform.audit.AuditMessages;
import org.masterplan.platform.audit.AuditTrail;

/**
 * The audit trails of a plan that nobody serves, read from its store: an auditor need not trust the
 * program that wrote them to be running.
 */
public final class StoredTrails {
  private StoredTrails() {}

  /** The services that keep a trail. */
  public static List<String> services() {
    return Parts.SERVICES.stream().map(Part::name).toList();
  }

  /**
   * What a verification finds, by service, in the words that REST answers with; empty if nothing is
   * kept there.
   */
  public static Map<String, JsonObject> verify(DataFolder data, Clock clock) throws IOException {
    var named = System.getenv("MONGODB_URI");
    if ((named == null || named.isBlank()) && Files.notExists(data.store())) {
      return Map.of();
    }
    var found = new LinkedHashMap<String, JsonObject>();
    try (var store = Store.open(named, data.store());
        var client = MongoClients.create(store.uri())) {
      for (var service : services()) {
        var trail = AuditTrail.of(client.getDatabase(ServiceDatabases.of(service)), clock);
        var answer = AuditMessages.answer(trail.verify());
        var json = JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(answer);
        found.put(service, JsonParser.parseString(json).getAsJsonObject());
      }
    }
    return found;
  }
}
