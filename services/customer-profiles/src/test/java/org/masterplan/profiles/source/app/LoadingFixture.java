package org.masterplan.profiles.source.app;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;
import org.masterplan.profiles.source.domain.Ways;

/** Loading over stores in memory. Bodies are lists of rows. */
public final class LoadingFixture {
  public static final Actor DATA = new Actor("lan@data", Set.of(Role.DATA_TEAM), Set.of(), "");

  public final IdentityFixture identity = new IdentityFixture();
  public final InMemorySources sources = new InMemorySources();
  public final InMemoryLoadingStores.InMemoryRejectedRows rejected =
      new InMemoryLoadingStores.InMemoryRejectedRows(IdentityFixture.CLOCK);
  public final InMemoryLoadingStores.InMemoryTombstones tombstones =
      new InMemoryLoadingStores.InMemoryTombstones();
  final InMemoryPushMarks marks = new InMemoryPushMarks();
  public final SourceRegister register =
      new SourceRegister(sources, "businessUnits/dairy"::equals, IdentityFixture.CLOCK);
  Instant now = IdentityFixture.NOW;
  private final InstantSource time = () -> now;
  private final Map<String, List<Row>> bodies = new LinkedHashMap<>();
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final AtomicLong numbers = new AtomicLong(1_000_000);
  public final Bodies held = new HeldBodies();
  private final AtomicLong replays = new AtomicLong();
  final LoadDesk desk = new LoadDesk(register, held, () -> "replay-" + replays.incrementAndGet());
  final Loading loading = loading();

  Loading loading() {
    return new Loading(register, stores(), identity.identity::resolve, minting());
  }

  Pushing pushing() {
    var deciding = new Pushing.Deciding(identity.identity::resolve, () -> {});
    return new Pushing(register, stores(), marks, deciding, minting());
  }

  Loading.Stores stores() {
    return new Loading.Stores(held, identity.records, rejected, tombstones, marks);
  }

  private Loading.Minting minting() {
    return new Loading.Minting(numbers::incrementAndGet, clock());
  }

  Clock clock() {
    return time.withZone(ZoneOffset.UTC);
  }

  ResourceName source(String id) {
    return source(id, Source.Keeping.NONE);
  }

  ResourceName source(String id, Source.Keeping keeping) {
    var description = new Source.Description(id, "", "", List.of(), "", "", "", 0, keeping);
    return register
        .register(new ResourceName("sources", id), description, Mapping.NONE, DATA)
        .name();
  }

  /** The source goes its way as far as that state. */
  public void bring(ResourceName source, SourceState state) {
    var act = new SourceRegister.Act(DATA, "SOURCE_ADVANCED", List.of("state"), "a test");
    for (var step : Ways.STEPS) {
      if (register.get(source).state() != state) {
        register.changeNewest(source, step, act);
      }
    }
  }

  /** Stores rows as a body; each row is cells under the columns. */
  void body(String id, List<String> columns, List<List<String>> cells) {
    body(id, columns, cells, 2);
  }

  /** The same, of which the first row stands in that line. */
  void body(String id, List<String> columns, List<List<String>> cells, long first) {
    var rows = new ArrayList<Row>();
    for (var row : cells) {
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isBlank()) {
          values.put(columns.get(i), row.get(i));
        }
      }
      rows.add(new Row.Good(rows.size() + first, values));
    }
    bodies.put(id, rows);
    headers.put(id, columns);
  }

  Load start(ResourceName source, String body) {
    return desk.load(source, body, "text/csv", DATA);
  }

  Load.Progress run(ResourceName source, String body) {
    return loading.run(start(source, body), new Told());
  }

  /** A course that goes on, from where it was. */
  static class Told implements Loading.Course {
    Load.Progress last = Load.Progress.NONE;

    @Override
    public Load.Progress reached() {
      return last;
    }

    @Override
    public void report(Load.Progress progress) {
      last = progress;
    }
  }

  private final class HeldBodies implements Bodies {
    @Override
    public boolean has(String body) {
      return bodies.containsKey(body);
    }

    @Override
    public String content(String body) {
      return body;
    }

    @Override
    public Rows open(String body, String contentType) {
      var rows = bodies.get(body);
      return Rows.of(headers.get(body), rows.iterator());
    }

    @Override
    public void delete(String body) {
      bodies.remove(body);
    }
  }
}
