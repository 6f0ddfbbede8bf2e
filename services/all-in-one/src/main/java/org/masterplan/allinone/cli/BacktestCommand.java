package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.app.Backtest;
import org.masterplan.abandonment.app.Pseudonyms;
import org.masterplan.abandonment.domain.Accuracy;
import org.masterplan.abandonment.domain.Accuracy.Foretold;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.text.TextCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the judgement would have said of recorded communities in the past. Needs no plan. */
@Command(name = "backtest")
final class BacktestCommand implements Callable<Integer> {
  private static final String HALF_YEARLY = "half-yearly";
  private static final int SALT_BYTES = 32;
  private static final int TOLD = 20;
  private static final List<String> COMMUNITY = List.of("community");
  private static final List<List<String>> EVENT =
      List.of(COMMUNITY, List.of("timestamp"), List.of("author", "author_hash"), List.of("kind"));
  private static final List<List<String>> OBSERVED =
      List.of(COMMUNITY, List.of("observed_until", "snapshot_date"));
  private static final List<String> ABANDONED = List.of("abandoned_next_365d", "abandoned");
  private static final List<List<String>> LABEL = List.of(COMMUNITY, List.of("cutoff"), ABANDONED);

  @Option(names = "--events", required = true, paramLabel = "E.csv")
  private Path events = Path.of("E.csv");

  @Option(names = "--communities", paramLabel = "C.csv")
  private @Nullable Path communities;

  @Option(names = "--cutoffs", paramLabel = HALF_YEARLY, defaultValue = HALF_YEARLY)
  private String cutoffs = HALF_YEARLY;

  @Option(names = "--out", required = true, paramLabel = "O.csv")
  private Path out = Path.of("O.csv");

  @Option(names = "--labels", paramLabel = "L.csv")
  private @Nullable Path labels;

  @Mixin private Output output = new Output();

  private final List<Row.Bad> bad = new ArrayList<>();

  @Override
  public Integer call() throws IOException, Trouble {
    if (!cutoffs.equals(HALF_YEARLY)) {
      throw Trouble.usage(Phrases.say("backtest.cutoffsUnknown", Map.of("value", cutoffs)));
    }
    WholeFile.requireWritable(out);
    var came = labels == null ? null : came(labels);
    var backtest = backtest();
    var lines = backtest.halfYearly();
    WholeFile.write(out, text -> write(lines, text));
    say(lines, came);
    return bad.isEmpty() ? Ending.DONE : Ending.REJECTS;
  }

  private Backtest backtest() throws IOException, Trouble {
    var salt = new byte[SALT_BYTES];
    // Who did what is only told apart here, and forgotten with the run.
    new SecureRandom().nextBytes(salt);
    var backtest = new Backtest(new Pseudonyms(salt), Clock.systemUTC());
    new RecordedFile(events, bad).each(EVENT, backtest::event);
    if (communities != null) {
      new RecordedFile(communities, bad).each(OBSERVED, backtest::observed);
    }
    return backtest;
  }

  private Map<String, Boolean> came(Path file) throws IOException, Trouble {
    var came = new HashMap<String, Boolean>();
    new RecordedFile(file, bad)
        .each(LABEL, row -> came.put(key(row.value("community"), cutoff(row)), isTrue(row)));
    return came;
  }

  private static LocalDate cutoff(Row.Good row) {
    try {
      return LocalDate.parse(row.value("cutoff"));
    } catch (DateTimeParseException _) {
      var about = Map.of("field", "cutoff", "value", row.value("cutoff"));
      throw InvalidFields.of("cutoff", "TIME_FORMAT", about);
    }
  }

  private static boolean isTrue(Row.Good row) {
    var field = ABANDONED.stream().filter(row::has).findFirst().orElse(ABANDONED.getFirst());
    return switch (row.value(field).toLowerCase(Locale.ROOT)) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default ->
          throw InvalidFields.of(
              field, "BOT_FORMAT", Map.of("field", field, "value", row.value(field)));
    };
  }

  private static String key(String community, LocalDate cutoff) {
    return community + "," + cutoff;
  }

  private static void write(List<Backtest.Line> lines, Appendable text) throws IOException {
    text.append("community,cutoff,p_abandoned_90d,p_abandoned_365d,state,reasons\n");
    for (var line : lines) {
      var judgement = line.judgement();
      var reasons =
          judgement.reasons().stream().map(r -> r.code().name()).collect(Collectors.joining(";"));
      text.append(key(line.community(), line.cutoff()))
          .append(chances(judgement))
          .append("," + judgement.state() + "," + reasons + "\n");
    }
  }

  private static String chances(Judgement judgement) {
    var abandoned = judgement.abandoned();
    return abandoned == null ? ",," : "," + abandoned.days90().p() + "," + abandoned.days365().p();
  }

  private void say(List<Backtest.Line> lines, @Nullable Map<String, Boolean> came) {
    var json = new JsonObject();
    var told = new ArrayList<String>();
    figure(json, told, "judged", lines.size());
    if (came != null) {
      var foretold = foretold(lines, came);
      figure(json, told, "labelled", foretold.size());
      figure(json, told, "auc", share(Accuracy.auc(foretold)));
      figure(json, told, "brier", share(Accuracy.brier(foretold)));
      figure(json, told, "f1", share(Accuracy.f1(foretold)));
    }
    figure(json, told, "rejected", bad.size());
    for (var row : bad.stream().limit(TOLD).toList()) {
      var why = TextCatalogue.shared().say(Phrases.spoken(), row.reason(), row.about());
      told.add(Phrases.say("backtest.notTaken", Map.of("line", row.line(), "why", why)));
    }
    output.say(json, told);
  }

  private static List<Foretold> foretold(List<Backtest.Line> lines, Map<String, Boolean> came) {
    var foretold = new ArrayList<Foretold>();
    for (var line : lines) {
      var abandoned = line.judgement().abandoned();
      var label = came.get(key(line.community(), line.cutoff()));
      if (abandoned != null && label != null) {
        foretold.add(new Foretold(abandoned.days365().p(), label));
      }
    }
    return foretold;
  }

  private static void figure(
      JsonObject json, List<String> told, String name, @Nullable Number number) {
    json.addProperty(name, number);
    var shown = number == null ? "-" : number;
    told.add(Phrases.say("backtest." + name, Map.of("number", shown)));
  }

  private static @Nullable Number share(OptionalDouble figure) {
    return figure.isEmpty() ? null : Digits.share(figure.getAsDouble());
  }
}
