package org.masterplan.demo;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Generates the demonstration enterprise; README.md names every file and column. */
public final class DemoEnterprise {
  /** What the company is called; it does not exist. */
  public static final String COMPANY = "Tập đoàn Ví Dụ";

  private DemoEnterprise() {}

  /**
   * Writes all files. The same options give the same bytes.
   *
   * @throws IOException if the folder cannot be written
   * @throws IllegalArgumentException if the folder is not empty
   */
  public static Report generate(Options options) throws IOException {
    Output output = new Output(options);
    Tally tally = new Tally();
    World world = World.of(options, tally);
    Crowd crowd = new Crowd(world);
    Staff staff = new Staff(world);
    plan(output, staff);
    new SourceFiles(options, output, world).write();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("business units", (long) Resources.lines("business-units.jsonl").size());
    counts.put("employees", (long) Resources.lines("employees.jsonl").size());
    counts.put("segments", (long) Resources.lines("segments.jsonl").size());
    counts.put("product lines", (long) Resources.lines("product-lines.jsonl").size());
    counts.put("people", (long) options.people());
    counts.put("sources", (long) world.databases().sources().size());
    counts.put("records", tally.records());
    counts.put("communities", (long) crowd.communities().size());
    counts.put("members", new CommunityFiles(world, crowd, output).write());
    try (Interactions interactions = new Interactions(world, output)) {
      counts.put("events", new ActivityFiles(world, crowd, staff, output).write(interactions));
      counts.put("dealings", interactions.rows() + new Dealings(world, output).write());
    }
    counts.put("messages", (long) new MessageFiles(world, crowd, output).write());
    counts.put("mentions", (long) new MentionFiles(world, output).write());
    new TruthFiles(world, crowd, output).write();
    return report(options, output, counts, tally);
  }

  private static void plan(Output output, Staff staff) throws IOException {
    for (String name :
        List.of(
            "business-units",
            "segments",
            "product-lines",
            "objectives",
            "reorganisations",
            "facts",
            "events")) {
      output.copy(name + ".jsonl");
    }
    staff.write(output);
  }

  private static Report report(
      Options options, Output output, Map<String, Long> counts, Tally tally) throws IOException {
    Map<Rate, Double> measured = new EnumMap<>(Rate.class);
    Map<String, Object> rates = new LinkedHashMap<>();
    for (Rate rate : Rate.values()) {
      double share = tally.share(rate);
      measured.put(rate, share);
      rates.put(
          rate.name(),
          Json.object("wanted", rate.wanted(), "floor", rate.floor(), "measured", share));
    }
    output.lines(
        "manifest.json",
        List.of(
            Json.of(
                Json.object(
                    "synthetic", true,
                    "company", COMPANY,
                    "people", options.people(),
                    "seed", options.seed(),
                    "now", options.now().toString(),
                    "counts", named(counts),
                    "rates", rates))));
    return new Report(counts, measured);
  }

  private static Map<String, Object> named(Map<String, Long> counts) {
    Map<String, Object> named = new LinkedHashMap<>();
    counts.forEach(
        (what, count) -> named.put(what.replace(' ', '_').toLowerCase(Locale.ROOT), count));
    return named;
  }
}
