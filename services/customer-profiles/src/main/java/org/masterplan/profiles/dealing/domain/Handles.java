package org.masterplan.profiles.dealing.domain;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.domain.SourceRecord;

/** The accounts of a person: any number, on any platform. */
public final class Handles {
  private static final List<String> PLATFORMS =
      List.of(
          "facebook",
          "zalo",
          "tiktok",
          "instagram",
          "youtube",
          "telegram",
          "viber",
          "twitter",
          "linkedin",
          "forum",
          "voz",
          "webtretho",
          "tinhte");

  private static final String SIGN = "@";

  private Handles() {}

  /**
   * An account.
   *
   * @param platform in small letters; empty if nobody said
   * @param sources ids of those that know it
   */
  public record Handle(String platform, String handle, List<String> sources) {
    public Handle {
      sources = List.copyOf(sources);
    }

    /** Whether that is what was asked for: on its platform, or on any if it names none. */
    public boolean isOf(Handle asked) {
      return plain(handle).equals(plain(asked.handle))
          && (asked.platform.isEmpty() || platform.equals(asked.platform));
    }

    private static String plain(String handle) {
      return handle.startsWith(SIGN) ? handle.substring(SIGN.length()) : handle;
    }
  }

  /** The platforms that accounts can be said to be on, in the plan's words. */
  public static List<String> platforms() {
    return Stream.concat(PlatformWord.KNOWN.stream(), PLATFORMS.stream().map(PlatformWord::of))
        .distinct()
        .toList();
  }

  /**
   * The accounts that records know. A platform stands in front of its handle ({@code zalo:lan}),
   * else the name of the column may tell it: {@code column} answers what a source calls its
   * handles.
   */
  public static List<Handle> of(List<SourceRecord> records, UnaryOperator<String> column) {
    var sources = new TreeMap<String, TreeSet<String>>();
    for (var record : records) {
      var value = record.values().get(Dictionary.HANDLE);
      if (value != null) {
        var source = record.name().source();
        var key = key(value, column.apply(source));
        sources.computeIfAbsent(key, _ -> new TreeSet<>()).add(source);
      }
    }
    return sources.entrySet().stream()
        .map(each -> handle(each.getKey(), List.copyOf(each.getValue())))
        .sorted(Comparator.comparing(Handle::platform).thenComparing(Handle::handle))
        .toList();
  }

  /** How records may write the account: with a platform in front, or under a column of one. */
  public static List<String> written(Handle account) {
    var words = Stream.concat(platforms().stream(), Stream.of(account.platform()));
    var spelled = words.filter(word -> !word.isEmpty()).flatMap(PlatformWord::spellings);
    var named = spelled.map(platform -> platform + ":" + account.handle());
    return Stream.concat(Stream.of(account.handle()), named).distinct().toList();
  }

  private static String key(String value, String column) {
    int colon = value.indexOf(':');
    var platform = colon > 0 ? PlatformWord.of(value.substring(0, colon)) : platform(column);
    return platform + ":" + Key.anywhere(value).value();
  }

  private static Handle handle(String key, List<String> sources) {
    int colon = key.indexOf(':');
    return new Handle(key.substring(0, colon), key.substring(colon + 1), sources);
  }

  private static String platform(String column) {
    var folded = Texts.fold(column);
    return PLATFORMS.stream().filter(folded::contains).findFirst().map(PlatformWord::of).orElse("");
  }
}
