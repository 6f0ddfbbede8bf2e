package org.masterplan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every screen, error text and contract speaks in the words of {@code docs/glossary}. */
class GlossaryTest {
  private static final Path ROOT = Path.of("../..");

  /** Texts about columns and fields of files, whose names are English in every language. */
  private static final Pattern ABOUT_COLUMNS =
      Pattern.compile("setUp\\.columns\\..*|.*_FORMAT|.*_STATE|MAPPING_.*|LEFT_BEFORE_JOINED");

  private static final Pattern OLD_SPELLING =
      Pattern.compile("(?i).*\\b(xóa|hủy|hóa|khóa|tòa|hòa)\\b.*", Pattern.UNICODE_CHARACTER_CLASS);

  private static List<Term> terms;

  /** English and Vietnamese, by module and key. */
  private static final Map<String, String> ENGLISH = new TreeMap<>();

  private static final Map<String, String> VIETNAMESE = new TreeMap<>();

  private record Term(String key, String en, String vi, String brief, String use) {
    static Term of(String line) {
      var cells = line.split(",", -1);
      return new Term(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }

    /** Whether the English text says it: as a whole word, in the singular or plural. */
    boolean isSaidIn(String english) {
      var plural = en.endsWith("y") ? en.substring(0, en.length() - 1) + "(y|ies)" : en + "(s|es)?";
      return Pattern.compile("(?i)(?<![\\w.-])" + plural + "(?![\\w-])").matcher(english).find();
    }

    boolean isToldIn(String vietnamese) {
      return has(vietnamese, vi) || !brief.isEmpty() && has(vietnamese, brief);
    }
  }

  @BeforeAll
  static void read() throws IOException {
    terms =
        Files.readAllLines(ROOT.resolve("docs/glossary/terms.csv")).stream()
            .skip(1)
            .map(Term::of)
            .toList();
    try (var services = Files.list(ROOT.resolve("services"))) {
      for (var service : services.toList()) {
        var resources = service.resolve("src/main/resources");
        for (var texts : List.of("META-INF/masterplan/texts", "console/words")) {
          read(resources.resolve(texts + "_en.properties"), service, ENGLISH);
          read(resources.resolve(texts + "_vi.properties"), service, VIETNAMESE);
        }
      }
    }
  }

  @Test
  void whatATextSaysInEnglish_itsTranslationSaysInTheWordOfTheGlossary() {
    var others = new ArrayList<String>();
    for (var term : terms) {
      if (term.use().equals("always")) {
        ENGLISH.forEach(
            (key, english) -> {
              var vietnamese = VIETNAMESE.getOrDefault(key, "");
              if (term.isSaidIn(english) && !term.isToldIn(vietnamese)) {
                others.add(term.en() + " = " + term.vi() + ": " + key + " = " + vietnamese);
              }
            });
      }
    }
    assertThat(others).isEmpty();
  }

  @Test
  void everyTermThatIsShown_isMetInBothLanguages() {
    var unused = new ArrayList<String>();
    for (var term : terms) {
      if (!term.use().equals("inside")) {
        if (ENGLISH.values().stream().noneMatch(text -> has(text, term.en()))) {
          unused.add(term.en());
        }
        if (VIETNAMESE.values().stream().noneMatch(text -> has(text, term.vi()))) {
          unused.add(term.vi());
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void everyTerm_isMetInTheContractsOrTheDocumentation() throws IOException {
    var contracts = words(ROOT.resolve("proto/masterplan"), ".proto");
    var documentation = words(ROOT, "README.md") + words(ROOT, "RATIONALE.md");
    assertThat(terms)
        .filteredOn(t -> !has(contracts, spaced(t.en())) && !has(contracts, spaced(t.key())))
        .filteredOn(t -> !has(documentation, spaced(t.en())))
        .extracting(Term::en)
        .isEmpty();
  }

  @Test
  void theReadmes_leadToTheSamePlaces_inBothLanguages() throws IOException {
    assertThat(links("README.vi.md")).isEqualTo(links("README.md"));
  }

  /** Where the file leads to, but for the other language. */
  private static Set<String> links(String file) throws IOException {
    var link = Pattern.compile("]\\(([^)]+)\\)");
    return link.matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(r -> r.group(1))
        .filter(target -> !target.startsWith("README"))
        .collect(Collectors.toSet());
  }

  @Test
  void vietnamese_isSpelledInOneWay() {
    assertThat(VIETNAMESE.values()).noneMatch(text -> OLD_SPELLING.matcher(text).matches());
  }

  /** Whether the text has a word that begins so. */
  private static boolean has(String text, String word) {
    return Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{M}])" + Pattern.quote(word), Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(text)
        .find();
  }

  private static void read(Path file, Path service, Map<String, String> into) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    var texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    texts.stringPropertyNames().stream()
        .filter(key -> !ABOUT_COLUMNS.matcher(key).matches())
        .forEach(key -> into.put(service.getFileName() + " " + key, plain(texts.getProperty(key))));
  }

  /** Without the names of places to fill in; a "text message" is no message of the plan. */
  private static String plain(String text) {
    return text.replaceAll("\\{\\w+}", "").replaceAll("(?i)text messages?", "");
  }

  /** All such files in one text, names of the code taken apart into their words. */
  private static String words(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(f -> f.toString().endsWith(ending))
          .map(GlossaryTest::text)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String spaced(String words) {
    return words.replace('-', ' ');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file)
          .replaceAll("([a-z])([A-Z])", "$1 $2")
          .replaceAll("[_-]|\\s+(//\\s*)?", " ")
          .toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
