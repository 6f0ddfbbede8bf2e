package org.masterplan.profiles.source.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.grpc.SpooledBodies;

/** Loads of the same bytes, each with a body of its own. */
class LoadWorkTest {
  private static final Actor LAN = new Actor("lan", Set.of(Role.DATA_TEAM), Set.of(), "");
  private static final byte[] FILE = "id,họ tên\n1,Lê Na\n".getBytes(UTF_8);

  @TempDir Path folder;
  private final StoredProfiles stored = new StoredProfiles("loads");
  private Spool spool;
  private LoadDesk desk;
  private Loading loading;
  private LoadWork work;

  @BeforeEach
  void open() {
    spool = new Spool(folder, Limits.usual());
    var stores = stored.stores(new SpooledBodies(spool, new Uploads(Limits.usual())));
    desk = new LoadDesk(stored.register, stores.bodies(), () -> "unused");
    loading = stored.loading(stores);
    work = new LoadWork(loading, "here");
  }

  @Test
  void run_onceMoreAfterItsLoadHasEnded_leavesAnotherLoadOfTheSameBytesItsBody() {
    var first = load(source("crm"));
    var second = load(source("shop"));
    var ended = new Kept(first);
    work.run(ended);

    // As after a kill between the end of the load and that of its operation.
    work.run(ended);

    assertThat(loading.isHere(second.body())).isTrue();
    assertThat(((ImportResult) work.run(new Kept(second))).getImported()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void start_ofBytesThatAreUnderWay_answersThatLoad_andKeepsNoSecondBody() throws IOException {
    var operations = new Operations(stored.database, "profiles", stored.clock);
    var source = source("crm");
    var first = load(source);

    var started = work.start(operations, first, FILE.length);
    var again = work.start(operations, load(source), FILE.length);

    assertThat(again.getName()).isEqualTo(started.getName());
    assertThat(loading.isHere(first.body())).isTrue();
    try (var bodies = Files.list(folder)) {
      assertThat(bodies).hasSize(1);
    }
  }

  private ResourceName source(String id) {
    var name = new ResourceName("sources", id);
    var fields = Map.of("fullName", ColumnMapping.given("họ tên", ""));
    var description = new Source.Description(id, "", "", List.of(), "", "", "", 0);
    stored.register.register(name, description, new Mapping("id", fields, false), LAN);
    return name;
  }

  private Load load(ResourceName source) {
    var body = spool.store(new ByteArrayInputStream(FILE));
    return desk.load(source, body.copy(), "text/csv", LAN);
  }

  /** A run that is told what the run before it has reported. */
  private static final class Kept implements Run {
    private final Load load;
    private final Map<String, String> checkpoint = new HashMap<>();
    private Progress progress = Progress.NONE;

    Kept(Load load) {
      this.load = load;
    }

    @Override
    public String name() {
      return "operations/" + load.id();
    }

    @Override
    public String startedBy() {
      return load.actor();
    }

    @Override
    public Map<String, String> payload() {
      return Map.of(
          "source", load.source().id(), "body", load.body(), "contentType", load.contentType());
    }

    @Override
    public Map<String, String> checkpoint() {
      return Map.copyOf(checkpoint);
    }

    @Override
    public Progress progress() {
      return progress;
    }

    @Override
    public long fence() {
      return 1;
    }

    @Override
    public void report(Progress done, Map<String, String> reached) {
      progress = done;
      checkpoint.clear();
      checkpoint.putAll(reached);
    }
  }
}
