package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.masterplan.allinone.demo.DemoDay;
import org.masterplan.allinone.demo.DemoLoad;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.plan.Plan;
import org.masterplan.allinone.plan.Settings;
import org.masterplan.demo.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a plan until it is told to stop. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private static final String USERS = "cmo, cmo-2, unit, unit-b, data, privacy, auditor, admin";

  @Option(names = "--port", defaultValue = "8080")
  private int port;

  @Option(names = "--grpc-port", defaultValue = "0")
  private int grpcPort;

  @Option(names = "--data", defaultValue = "data/plan")
  private Path data = Path.of("data/plan");

  @Option(names = "--demo")
  private boolean demo;

  @Option(names = "--demo-people")
  private int people = Options.DEFAULT_PEOPLE;

  @Option(names = "--demo-day", defaultValue = "")
  private String day = "";

  private volatile boolean stopping;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, InterruptedException, Trouble {
    if (!Options.isSize(people)) {
      throw Trouble.usage(
          Phrases.say("people.range", Map.of("option", "--demo-people", "value", people)));
    }
    var folder = new DataFolder(data.toAbsolutePath().normalize());
    var stopped = new CountDownLatch(1);
    var clock = clock(folder);
    var plan = Plan.start(new Settings(port, grpcPort, demo, folder, clock));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(plan, stopped), "stop"));
    output.say(ready(plan), List.of("ready " + plan.address()));
    if (demo) {
      load(plan, new DemoLoad(folder, URI.create(plan.address()), clock));
    } else {
      plan.invitation()
          .ifPresent(
              link -> output.line(Phrases.say("serve.firstAdministrator", Map.of("link", link))));
    }
    stopped.await();
    return Ending.DONE;
  }

  /** As services keep time: in whole milliseconds, as stored. */
  private Clock clock(DataFolder folder) throws IOException, Trouble {
    var machine = Clock.tickMillis(ZoneOffset.UTC);
    var demoDay = new DemoDay(folder, machine);
    if (!demo && day.isEmpty()) {
      return demoDay.clockSinceThen();
    }
    var wanted = wantedDay();
    return demoDay
        .clock(wanted)
        .orElseThrow(
            () ->
                Trouble.usage(
                    Phrases.say("day.other", Map.of("value", day, "folder", folder.root()))));
  }

  private Optional<LocalDate> wantedDay() throws Trouble {
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      var wanted = LocalDate.parse(day);
      if (demo && Options.isDay(wanted)) {
        return Optional.of(wanted);
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw Trouble.usage(Phrases.say("day.range", Map.of("value", day)));
  }

  /** Whatever becomes of the load, the plan is served: what is missing is said. */
  private void load(Plan plan, DemoLoad load) throws InterruptedException {
    try {
      load.run(people, () -> stopping).forEach(remark -> output.line(note(remark)));
      output.line(Phrases.say("serve.address", Map.of("address", plan.address())));
      output.line(Phrases.say("serve.users", Map.of("users", USERS)));
      load.figures().forEach(output::line);
    } catch (IOException e) {
      // Told to stop in the middle: the next start goes on.
      if (!stopping) {
        output.line(note(Phrases.say("serve.notWhole", Map.of("why", Faults.judge(e).line()))));
      }
    }
  }

  private static String note(String line) {
    return Phrases.say("note", Map.of("line", line));
  }

  private static JsonObject ready(Plan plan) {
    var object = new JsonObject();
    object.addProperty("ready", plan.address());
    return object;
  }

  private void stop(Plan plan, CountDownLatch stopped) {
    stopping = true;
    plan.close();
    stopped.countDown();
  }
}
