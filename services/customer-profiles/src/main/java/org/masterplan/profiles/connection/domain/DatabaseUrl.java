package org.masterplan.profiles.connection.domain;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Where a database is, taken apart. A driver is given what is here and nothing else: what a url
 * says that is not understood is refused, never handed on.
 *
 * @param host of the server; empty for a file
 * @param database on the server, or name of the file
 * @param properties that the kind admits
 */
public record DatabaseUrl(
    DatabaseKind kind, String host, int port, String database, Map<String, String> properties) {
  static final String FIELD = "connection.url";
  private static final int MAX = 500;
  private static final int MAX_PORT = 65_535;
  private static final String HOST =
      "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]";
  private static final String DATABASE = "[\\p{L}\\p{N}_$][\\p{L}\\p{N}_.$-]{0,127}";
  private static final Pattern URL = Pattern.compile("jdbc:([a-z]+):(.*)");
  private static final Pattern PATH =
      Pattern.compile("//(" + HOST + ")(?::([0-9]{1,5}))?/(" + DATABASE + ")(?:\\?(.*))?");
  private static final Pattern SEMICOLONS =
      Pattern.compile("//(" + HOST + ")(?::([0-9]{1,5}))?((?:;[^;]*)+)");
  private static final Pattern FILE = Pattern.compile("(" + PlainName.FORM + ")(?:\\?(.*))?");
  private static final Pattern LOCAL =
      Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final Pattern PASSWORD =
      Pattern.compile("(?i).*(//[^/]*@|\\b(password|pwd|passwd|secret|token)\\s*=).*");

  public DatabaseUrl {
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
  }

  /** Takes a url apart; throws {@link InvalidFields} that never says the url again. */
  public static DatabaseUrl parse(String text) {
    if (PASSWORD.matcher(text).matches()) {
      throw InvalidFields.of(FIELD, "DATABASE_URL_PASSWORD", Map.of("field", FIELD));
    }
    var url = URL.matcher(text);
    if (text.length() > MAX || !url.matches()) {
      throw malformed();
    }
    var kind = DatabaseKind.of(url.group(1)).orElseThrow(DatabaseUrl::malformed);
    var rest = url.group(2);
    return switch (kind) {
      case POSTGRESQL, MYSQL -> path(kind, matched(PATH, rest));
      case SQLSERVER -> semicolons(kind, matched(SEMICOLONS, rest));
      case SQLITE -> file(kind, matched(FILE, rest));
    };
  }

  /** What stands for the database in texts: host and port, or the file's name. */
  public String place() {
    return host.isEmpty() ? database : host + ":" + port;
  }

  /** Name of the folder in which the passwords for this server lie, and for no other. */
  public String secrets() {
    var server = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    return host.isEmpty() ? database : server + "_" + port;
  }

  /** Whether what is sent there stays on this machine, by the name alone. */
  public boolean local() {
    return host.isEmpty() || LOCAL.matcher(host).matches();
  }

  private static DatabaseUrl path(DatabaseKind kind, Matcher url) {
    var properties = properties(kind, url.group(4), "&");
    return new DatabaseUrl(kind, url.group(1), port(kind, url), url.group(3), properties);
  }

  private static DatabaseUrl file(DatabaseKind kind, Matcher url) {
    return new DatabaseUrl(kind, "", 0, url.group(1), properties(kind, url.group(2), "&"));
  }

  /** SQL Server names the database among the properties. */
  private static DatabaseUrl semicolons(DatabaseKind kind, Matcher url) {
    var all = split(url.group(3).substring(1), ";");
    var database = all.remove("databaseName");
    if (database == null || !database.matches(DATABASE)) {
      throw malformed();
    }
    return new DatabaseUrl(kind, url.group(1), port(kind, url), database, admitted(kind, all));
  }

  private static int port(DatabaseKind kind, Matcher url) {
    int port = url.group(2) == null ? kind.port() : Integer.parseInt(url.group(2));
    if (port < 1 || port > MAX_PORT) {
      throw malformed();
    }
    return port;
  }

  private static Map<String, String> properties(DatabaseKind kind, String text, String between) {
    return text == null || text.isEmpty() ? Map.of() : admitted(kind, split(text, between));
  }

  private static Map<String, String> split(String text, String between) {
    var all = new TreeMap<String, String>();
    for (var each : text.split(between, -1)) {
      int equals = each.indexOf('=');
      if (equals < 1 || all.put(each.substring(0, equals), each.substring(equals + 1)) != null) {
        throw malformed();
      }
    }
    return all;
  }

  private static Map<String, String> admitted(DatabaseKind kind, Map<String, String> properties) {
    properties.forEach((name, value) -> admit(kind, name, value));
    return properties;
  }

  private static void admit(DatabaseKind kind, String name, String value) {
    var form = kind.properties().get(name);
    if (form == null) {
      var known = String.join(", ", new TreeMap<>(kind.properties()).keySet());
      throw InvalidFields.of(
          FIELD,
          "DATABASE_PROPERTY",
          Map.of("field", FIELD, "value", name, "known", known.isEmpty() ? "-" : known));
    }
    if (!form.matcher(value).matches()) {
      throw InvalidFields.of(
          FIELD,
          "DATABASE_PROPERTY_VALUE",
          Map.of("field", FIELD, "property", name, "value", value, "form", form.pattern()));
    }
  }

  private static Matcher matched(Pattern form, String text) {
    var matcher = form.matcher(text);
    if (!matcher.matches()) {
      throw malformed();
    }
    return matcher;
  }

  private static InvalidFields malformed() {
    return InvalidFields.of(FIELD, "DATABASE_URL", Map.of("field", FIELD));
  }
}
