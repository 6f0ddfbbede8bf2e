package org.masterplan.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of every module on the class path, by language and reason: all {@code
 * META-INF/masterplan/texts_en.properties} and {@code texts_vi.properties} together.
 */
public final class TextCatalogue {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([A-Za-z0-9_]+)(?::(day|time|column))?}");
  private static final TextCatalogue SHARED = new TextCatalogue(load("en"), load("vi"));

  private final Map<String, String> english;
  private final Map<String, String> vietnamese;

  TextCatalogue(Map<String, String> english, Map<String, String> vietnamese) {
    this.english = Map.copyOf(english);
    this.vietnamese = Map.copyOf(vietnamese);
  }

  /** The catalogue of this class path, read once. */
  public static TextCatalogue shared() {
    return SHARED;
  }

  /**
   * The sentence for a reason, its placeholders filled. A reason without a text answers itself, so
   * that nothing is hidden; a test of each service keeps that from happening.
   */
  public String say(Locale locale, String reason, Map<String, String> about) {
    var texts = locale.getLanguage().equals("vi") ? vietnamese : english;
    var template = texts.get(reason);
    return template == null ? reason + " " + about : fill(locale, template, about);
  }

  /** Whether the reason has a text in both languages. */
  public boolean knows(String reason) {
    return english.containsKey(reason) && vietnamese.containsKey(reason);
  }

  /** The template in English, each {@code {name}} that is known replaced. */
  public static String fill(String template, Map<String, ?> about) {
    return fill(Locale.ENGLISH, template, about);
  }

  /**
   * The template, each {@code {name}} that is known replaced; one that is not stays to be seen.
   * {@code {name:day}}, {@code {name:time}} and {@code {name:column}} are written as the language
   * writes them.
   */
  private static String fill(Locale locale, String template, Map<String, ?> about) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(value(m, locale, about)));
  }

  private static String value(MatchResult place, Locale locale, Map<String, ?> about) {
    if (!about.containsKey(place.group(1))) {
      return place.group();
    }
    var value = String.valueOf(about.get(place.group(1)));
    return switch (place.group(2)) {
      case null -> value;
      case "day" -> Moments.day(value, locale);
      case "column" -> UnnamedColumn.said(value, locale);
      default -> Moments.time(value, locale);
    };
  }

  private static Map<String, String> load(String language) {
    var texts = new HashMap<String, String>();
    try {
      var loader = TextCatalogue.class.getClassLoader();
      var path = "META-INF/masterplan/texts_" + language + ".properties";
      for (var url : Collections.list(loader.getResources(path))) {
        read(url).forEach((key, text) -> texts.put(key.toString(), text.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Properties read(URL url) throws IOException {
    var properties = new Properties();
    try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
