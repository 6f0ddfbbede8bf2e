package org.masterplan.allinone.phrases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.masterplan.platform.text.TextCatalogue;

/**
 * What the command line says, in the language that {@code --lang} names, else the environment, else
 * English. The files {@code cli/phrases_en.properties} and {@code cli/phrases_vi.properties} have
 * the same keys.
 */
public final class Phrases {
  /** The languages that can be asked for. */
  public static final List<String> LANGUAGES = List.of("en", "vi");

  private static final String FLAG = "--lang";
  private static final String FILES = "cli.phrases";
  private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Phrases() {}

  /** The language that the words typed and the environment ask for. */
  public static Locale language(List<String> typed, Map<String, String> environment) {
    var flag =
        IntStream.range(0, typed.size())
            .boxed()
            .flatMap(i -> flag(typed, i))
            .filter(LANGUAGES::contains);
    // The order in which POSIX reads them; the first that is set decides.
    var variable =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isBlank())
            .limit(1)
            .map(value -> value.startsWith("vi") ? "vi" : "en");
    return Locale.forLanguageTag(Stream.concat(flag, variable).findFirst().orElse("en"));
  }

  /** Speaks that language from now on. Numbers and dates of the services are not touched. */
  public static void speak(Locale language) {
    Locale.setDefault(Locale.Category.DISPLAY, language);
  }

  /** The language that is spoken. */
  public static Locale spoken() {
    return Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals("vi")
        ? Locale.forLanguageTag("vi")
        : Locale.ENGLISH;
  }

  /** Everything that can be said, in the language spoken. */
  public static ResourceBundle all() {
    return ResourceBundle.getBundle(
        FILES, spoken(), Phrases.class.getClassLoader(), NO_OTHER_LANGUAGE);
  }

  /** The phrase of that key. */
  public static String say(String key) {
    return say(key, Map.of());
  }

  /** The phrase of that key, its places filled. */
  public static String say(String key, Map<String, ?> about) {
    return TextCatalogue.fill(all().getString(key), about);
  }

  private static Stream<String> flag(List<String> typed, int at) {
    var word = typed.get(at);
    if (word.equals(FLAG) && at + 1 < typed.size()) {
      return Stream.of(typed.get(at + 1));
    }
    return word.startsWith(FLAG + "=") ? Stream.of(word.substring(FLAG.length() + 1)) : Stream.of();
  }
}
