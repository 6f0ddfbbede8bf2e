package org.masterplan.allinone.demo;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.plan.Folders;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.Refused;
import org.masterplan.demo.DemoEnterprise;
import org.masterplan.demo.Options;

/**
 * Loads the demonstration enterprise as a user would: through the public interface, with the rights
 * of the offices. Once it is in, it is never loaded again; broken off, it is gone over again.
 */
public final class DemoLoad {
  private static final long SEED = 42;
  private static final int LOOKS = 12;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final DataFolder folder;
  private final URI address;
  private final Clock clock;
  private final LoadProgress progress;

  /** Of a row that was not taken, a second run would say the same: the load is whole without it. */
  private final RowNotes notes = new RowNotes();

  private final List<String> remarks = new ArrayList<>();

  /**
   * Loads into the plan that is served there.
   *
   * @param clock the plan's, see {@link DemoDay}
   */
  public DemoLoad(DataFolder folder, URI address, Clock clock) {
    this.folder = folder;
    this.address = address;
    this.clock = clock;
    this.progress = new LoadProgress(folder.progress());
  }

  /**
   * Generates what is not there and loads what is not in; returns what there is to say.
   *
   * @param stopping whether the plan is being stopped, which breaks a load off without fault
   */
  public List<String> run(int people, BooleanSupplier stopping) throws IOException {
    if (Files.notExists(folder.loaded())) {
      try {
        progress.begin("units", 0);
        generate(people);
        load();
        progress.finished();
      } catch (IOException | RuntimeException e) {
        brokenOff(stopping.getAsBoolean());
        throw e;
      }
      if (remarks.isEmpty()) {
        Files.writeString(folder.loaded(), "{\"loadedTime\":\"%s\"}%n".formatted(clock.instant()));
      }
    }
    return Stream.concat(remarks.stream(), notes.all().stream()).toList();
  }

  private void brokenOff(boolean onPurpose) throws IOException {
    if (onPurpose) {
      progress.stopped();
    } else {
      progress.failed();
    }
  }

  /**
   * Five figures of the plan, once the services have told each other what has come in: when two
   * looks in a row agree, or after a minute.
   */
  public List<String> figures() throws IOException, InterruptedException {
    var before = List.<String>of();
    var now = look();
    for (int looks = 1; looks < LOOKS && !now.equals(before); looks++) {
      Thread.sleep(BETWEEN_LOOKS);
      before = now;
      now = look();
    }
    return now;
  }

  private List<String> look() throws IOException {
    var portfolio = PlanApi.asDemoUser(address, "cmo").get("/v1/portfolio");
    var communities = part(portfolio, "communities");
    var sources = part(portfolio, "sources");
    var aboard = part(portfolio, "customersAboard");
    return List.of(
        line("demo.communities", figure(communities, "total")),
        line("demo.ghostShips", figure(portfolio, "ghostShips")),
        Phrases.say(
            "demo.aboard", Map.of("low", figure(aboard, "low"), "high", figure(aboard, "high"))),
        Phrases.say(
            "demo.records",
            Map.of("records", figure(sources, "records"), "profiles", figure(sources, "profiles"))),
        line("demo.collisions", figure(portfolio, "collisions")));
  }

  private static String line(String phrase, String number) {
    return Phrases.say(phrase, Map.of("number", number));
  }

  private void generate(int people) throws IOException {
    var files = folder.generated();
    if (Files.exists(files.resolve("manifest.json"))) {
      return;
    }
    Folders.delete(files);
    DemoEnterprise.generate(new Options(people, SEED, files, today()));
  }

  private LocalDate today() {
    return Options.dayOrDefault(LocalDate.ofInstant(clock.instant(), DemoDay.ZONE));
  }

  private void load() throws IOException {
    var files = folder.generated();
    var users = Users.at(address);
    var organisation = new OrganisationSteps(files, users.cmo());
    var tables = new FileSteps(files, users, notes);
    run(organisation.units());
    run(organisation.employees());
    run(organisation.plan());
    run(tables.communities());
    run(new SourceSteps(files, users.data(), notes).sources());
    run(tables.consents());
    run(tables.dealings());
    run(tables.members());
    run(tables.activity());
    run(tables.mentions());
    run(new MessageSteps(files, users).messages());
    run(new PeopleSteps(files, users.data()).people());
    run(organisation.changes());
  }

  /** A piece that the plan refuses is told, and the others are still of use. */
  private void run(Step step) throws IOException {
    progress.begin(step.name(), step.pieces().size());
    for (var piece : step.pieces()) {
      try {
        piece.load();
      } catch (Refused e) {
        var why = String.valueOf(e.getMessage());
        remarks.add(Phrases.say("demo.notLoaded", Map.of("step", step.name(), "why", why)));
      }
      progress.another();
    }
  }

  private static JsonObject part(JsonObject of, String name) {
    return of.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** A figure that no service could tell is a dash, never 0. */
  private static String figure(JsonObject of, String name) {
    return of.has(name) ? of.get(name).getAsString() : "-";
  }
}
