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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of every module on the class path, by language and reason: all {@code
 * META-INF/masterplan/texts_en.properties} and {@code texts_vi.properties} together.
 */
public final class TextCatalogue {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)}");
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
    return template == null ? reason + " " + about : fill(template, about);
  }

  /** Whether the reason has a text in both languages. */
  public boolean knows(String reason) {
    return english.containsKey(reason) && vietnamese.containsKey(reason);
  }

  /** The template, each {@code {name}} that is known replaced; one that is not stays to be seen. */
  public static String fill(String template, Map<String, ?> about) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), about)));
  }

  private static String value(String name, Map<String, ?> about) {
    return about.containsKey(name) ? String.valueOf(about.get(name)) : "{" + name + "}";
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
