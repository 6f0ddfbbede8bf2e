package org.masterplan.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.matching.compare.Levels;
import org.masterplan.matching.model.Objection;
import org.masterplan.matching.table.Kind;
import picocli.CommandLine;

/** The command line speaks both languages, and says what is wrong in them. */
@ResourceLock(Resources.LOCALE)
class CommandLinesTest {
  private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]+}");
  private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

  @AfterEach
  void speakAsBefore() {
    Phrases.speak(before);
  }

  @Test
  void bothLanguages_haveTheSamePhrases_withTheSamePlaces() throws Exception {
    var english = phrases("en");
    var vietnamese = phrases("vi");

    assertThat(vietnamese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(places(vietnamese.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void everyWordOfAnExplanation_isSpoken(String language) throws Exception {
    var levels =
        Stream.of(Kind.values())
            .flatMap(kind -> Levels.of(kind).names().stream())
            .map(level -> ExplainWords.key("level", level));
    var reasons =
        Stream.of(Objection.values()).map(reason -> ExplainWords.key("why", reason.words()));

    assertThat(phrases(language).stringPropertyNames())
        .containsAll(Stream.concat(levels, reasons).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void everyCommandAndOption_isDescribed(String language) {
    Phrases.speak(Locale.forLanguageTag(language));
    // Picocli formats what it shows, so that a percent sign is written twice.
    var described =
        Phrases.all().keySet().stream().map(key -> Phrases.say(key).replace("%%", "%")).toList();

    for (var command : all(CommandLines.of())) {
      var spec = command.getCommandSpec();
      assertThat(List.of(spec.usageMessage().description()))
          .as(spec.qualifiedName())
          .isNotEmpty()
          .isSubsetOf(described);
      for (var arg : spec.args()) {
        assertThat(List.of(arg.description()))
            .as(spec.qualifiedName() + " " + arg.paramLabel())
            .isNotEmpty()
            .isSubsetOf(described);
      }
    }
  }

  @Test
  void everyCommandAndOption_isOnThePage_andNoOther() throws Exception {
    var page = Files.readString(Path.of("README.md"));
    var known = new TreeSet<String>();

    for (var command : all(CommandLines.of())) {
      var spec = command.getCommandSpec();
      var typed = spec.qualifiedName(" ").replaceFirst("^masterplan ?", "");
      if (spec.subcommands().isEmpty() && !typed.endsWith("help")) {
        assertThat(page).containsPattern(mentioned(typed));
      }
      for (var option : spec.options()) {
        known.addAll(List.of(option.names()));
        if (!option.usageHelp() && !option.versionHelp()) {
          assertThat(page).as(typed).contains(option.names());
        }
      }
    }

    var named = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+").matcher(page).results();
    assertThat(named.map(MatchResult::group)).isNotEmpty().allMatch(known::contains);
  }

  /** As {@code import members} is, in a list of alternatives too. */
  private static String mentioned(String typed) {
    var words = typed.split(" ");
    return words.length == 1
        ? "`" + words[0] + "\\b"
        : "`" + words[0] + " ([a-z]+\\\\\\|)*" + words[1] + "\\b";
  }

  @Test
  void help_inVietnamese_hasNoEnglishOfOurs() throws Exception {
    Phrases.speak(Locale.forLanguageTag("vi"));
    var help = new StringBuilder();
    all(CommandLines.of()).forEach(command -> help.append(command.getUsageMessage()));
    assertThat(help.toString()).as("what picocli could not format").doesNotContain("%%", "%n");
    var english = phrases("en");
    var vietnamese = phrases("vi");

    for (var key : english.stringPropertyNames()) {
      var text = english.getProperty(key).replace("%n", "").strip();
      if (text.length() > 3 && !text.equals(vietnamese.getProperty(key).strip())) {
        assertThat(help.toString()).as(key).doesNotContain(text);
      }
    }
  }

  @Test
  void language_isThatOfTheFlag_thenOfTheEnvironment() {
    var vietnam = Map.of("LANG", "vi_VN.UTF-8");

    assertThat(Phrases.language(List.of("serve"), Map.of())).isEqualTo(Locale.ENGLISH);
    assertThat(Phrases.language(List.of("serve"), vietnam).getLanguage()).isEqualTo("vi");
    assertThat(Phrases.language(List.of("serve", "--lang", "en"), vietnam))
        .isEqualTo(Locale.ENGLISH);
    assertThat(Phrases.language(List.of("--lang=vi"), Map.of()).getLanguage()).isEqualTo("vi");
    assertThat(Phrases.language(List.of(), Map.of("LC_ALL", "C", "LANG", "vi_VN")))
        .isEqualTo(Locale.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve --nonsense",
        "serve --port many",
        "import communities",
        "user add a",
        "--lang fr"
      })
  void badUsage_endsWith2_andOneLineInTheLanguage(String typed) {
    var english = run(typed, "en");
    var vietnamese = run(typed, "vi");

    assertThat(english).startsWith("error: ").hasLineCount(1);
    assertThat(vietnamese).startsWith("lỗi: ").hasLineCount(1);
    assertThat(vietnamese.substring(5)).isNotEqualTo(english.substring(7));
  }

  @Test
  void whatIsOutOfBounds_isToldWithItsBounds() {
    assertThat(run("serve --lang xx", "en"))
        .isEqualToIgnoringNewLines("error: --lang: xx (expected: en or vi)");
    assertThat(run("serve --lang xx", "vi")).contains("--lang: xx (cần: en hoặc vi)");
    for (var typed :
        List.of(
            "serve --demo-people 5",
            "serve --demo-people many",
            "serve --demo-people 99999999999",
            "demo generate --people 5 --out nowhere",
            "demo generate --people 1x --out nowhere")) {
      assertThat(run(typed, "en")).as(typed).contains("people", "1000 to 1000000");
      assertThat(run(typed, "vi")).as(typed).contains("people", "từ 1000 đến 1000000");
    }
  }

  private static String run(String typed, String language) {
    Phrases.speak(Locale.forLanguageTag(language));
    var errors = new java.io.StringWriter();
    var line = CommandLines.of().setErr(new java.io.PrintWriter(errors, true));
    assertThat(line.execute(typed.split(" "))).isEqualTo(2);
    return errors.toString();
  }

  private static List<CommandLine> all(CommandLine from) {
    var all = new ArrayList<CommandLine>(List.of(from));
    from.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
    return all;
  }

  private static TreeSet<String> places(String text) {
    var places = new TreeSet<String>();
    PLACE.matcher(text).results().forEach(r -> places.add(r.group()));
    return places;
  }

  private static Properties phrases(String language) throws Exception {
    var phrases = new Properties();
    var path = "/cli/phrases_" + language + ".properties";
    try (var in = CommandLinesTest.class.getResourceAsStream(path);
        var reader = new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8)) {
      phrases.load(reader);
    }
    return phrases;
  }
}
