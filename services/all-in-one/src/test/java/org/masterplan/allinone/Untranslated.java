package org.masterplan.allinone;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a Vietnamese page says in English: whole texts of the English catalogues that are
 * Vietnamese in the Vietnamese ones, keys of texts, and words that only programs know.
 */
final class Untranslated {
  /** Texts that a reader or a screen reader meets, outside of parts that say they are English. */
  static final String VISIBLE_TEXTS =
      """
      const texts = [];
      const foreign = e => e.closest('[lang]') !== document.documentElement && e.closest('[lang=en]');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let n = walker.nextNode(); n; n = walker.nextNode()) {
        const e = n.parentElement;
        if (!foreign(e) && !e.closest('script,style,code') && getComputedStyle(e).display !== 'none')
          texts.push(n.textContent.trim());
      }
      for (const e of document.querySelectorAll('[aria-label],[placeholder],[title],[alt]'))
        if (!foreign(e)) for (const a of ['aria-label', 'placeholder', 'title', 'alt'])
          if (e.hasAttribute(a)) texts.push(e.getAttribute(a).trim());
      texts.push(document.title);
      return texts.filter(t => t);
      """;

  private static final Pattern FOR_PROGRAMS = Pattern.compile("[A-Z]{2,}(_[A-Z0-9]+)+");
  private static final Pattern KEY_MARK = Pattern.compile("\\?\\?.+\\?\\?");
  private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z0-9_]+(:[a-z]+)?}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");

  private final Set<String> keys = new HashSet<>();
  private final Set<String> english = new HashSet<>();
  private final Set<Pattern> patterns = new HashSet<>();

  Untranslated() {
    Stream.of("console/words", "META-INF/masterplan/texts").forEach(this::read);
  }

  /** Those of the texts that are not Vietnamese. */
  List<String> among(List<String> texts) {
    return texts.stream().filter(this::isUntranslated).distinct().toList();
  }

  private boolean isUntranslated(String text) {
    return keys.contains(text)
        || english.contains(text)
        || FOR_PROGRAMS.matcher(text).matches()
        || KEY_MARK.matcher(text).find()
        || patterns.stream().anyMatch(p -> p.matcher(text).matches());
  }

  private void read(String files) {
    var en = properties(files + "_en.properties");
    var vi = properties(files + "_vi.properties");
    var vietnamese = new HashSet<>(vi.values());
    for (var key : en.stringPropertyNames()) {
      var text = en.getProperty(key).strip();
      if (key.contains(".") || FOR_PROGRAMS.matcher(key).matches()) {
        keys.add(key);
      }
      if (vietnamese.contains(text)) {
        continue;
      }
      if (PLACE.matcher(text).find()) {
        pattern(text);
      } else {
        english.add(text);
      }
    }
  }

  /** A text with places is looked for only if enough of it is words. */
  private void pattern(String text) {
    var literal = PLACE.matcher(text).replaceAll(" ");
    if (WORD.matcher(literal).results().count() >= 2) {
      var parts = PLACE.splitAsStream(text).map(Pattern::quote).toList();
      patterns.add(Pattern.compile(String.join(".*", parts) + (text.endsWith("}") ? ".*" : "")));
    }
  }

  private static Properties properties(String file) {
    var all = new Properties();
    try {
      var loader = Untranslated.class.getClassLoader();
      for (var url : Collections.list(loader.getResources(file))) {
        load(url, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static void load(URL url, Properties into) throws IOException {
    try (var reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
      into.load(reader);
    }
  }
}
