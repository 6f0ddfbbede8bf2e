package org.masterplan.profiles;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.operation.OperationRunner;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.grpc.SpooledBodies;
import org.masterplan.profiles.source.jobs.LoadWork;

/**
 * An instance of the service that {@link InstanceKillTest} kills: {@code URI DATABASE FOLDER NAME
 * push|load}. It pushes records without end and notes each acknowledged one, or carries out the
 * loads that were asked for.
 */
final class KilledInstance {
  static final ResourceName CRM = new ResourceName("sources", "crm");
  static final String MACHINE = "here";

  /** A killed instance's work is taken up after that time. */
  static final Duration LEASE = Duration.ofSeconds(3);

  private static final List<String> NAMES = List.of("Nguyễn Văn An", "Nguyen An", "Trần Hoa");

  private KilledInstance() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws IOException {
    var database = MongoClients.create(arguments[0]).getDatabase(arguments[1]);
    var folder = Path.of(arguments[2]);
    var stored = stored(database);
    stored.projection.catchUp();
    switch (arguments[4]) {
      case "push" -> push(stored, folder, arguments[3]);
      case "load" -> carryOut(stored, folder);
      default -> throw new IllegalArgumentException(arguments[4]);
    }
  }

  static StoredProfiles stored(com.mongodb.client.MongoDatabase database) {
    var stored = new StoredProfiles(database, (_, _) -> new ExactMatching());
    // Numbers are drawn, so that no two instances draw the same.
    stored.numbers.set(ThreadLocalRandom.current().nextLong(1L << 20, 1L << 58));
    return stored;
  }

  static void register(StoredProfiles stored) {
    var fields = new LinkedHashMap<String, ColumnMapping>();
    Dictionary.FIELDS.forEach(field -> fields.put(field, ColumnMapping.given(field, "")));
    var described = new Source.Description("crm", "", "", List.of(), "", "", "", 0);
    var mapping = new Mapping("id", fields, false);
    stored.register.register(CRM, described, mapping, ProfilesFixture.DATA);
  }

  static SpooledBodies bodies(Path folder) {
    return new SpooledBodies(new Spool(folder, Limits.usual()), new Uploads(Limits.usual()));
  }

  private static void push(StoredProfiles stored, Path folder, String name) throws IOException {
    var pushing = stored.pushing(stored.stores(bodies(folder)));
    var random = new Random();
    try (var acknowledged =
        Files.newOutputStream(
            folder.resolve("acknowledged-" + name),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND)) {
      for (int n = 0; ; n++) {
        var id = name + "-" + n;
        pushing.push(CRM, List.of(new Row.Good(1, values(id, random))), ProfilesFixture.DATA);
        acknowledged.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /** Of few people, so that what the one instance decides concerns the other. */
  static Map<String, String> values(String id, Random random) {
    var values = new HashMap<String, String>();
    values.put("id", id);
    values.put("fullName", NAMES.get(random.nextInt(NAMES.size())));
    values.put("phone", "+849012%05d".formatted(random.nextInt(400)));
    return values;
  }

  private static void carryOut(StoredProfiles stored, Path folder) {
    var loading = stored.loading(stored.stores(bodies(folder)));
    var works = new Operations(stored.database, "profiles", stored.clock);
    var leasing =
        new Leasing(new MongoLeases(stored.database, stored.clock), MACHINE, LEASE, stored.clock);
    var loads = List.<org.masterplan.platform.operation.Work>of(new LoadWork(loading, MACHINE));
    new OperationRunner(works, "customer-profiles", leasing, loads).start();
    while (true) {
      java.util.concurrent.locks.LockSupport.park();
    }
  }
}
