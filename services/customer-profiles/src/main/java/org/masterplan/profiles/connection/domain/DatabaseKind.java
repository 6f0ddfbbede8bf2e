package org.masterplan.profiles.connection.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The databases that can be pulled from. */
public enum DatabaseKind {
  POSTGRESQL,
  /** MariaDB too: one driver speaks to both. */
  MYSQL,
  SQLSERVER,
  SQLITE;

  /** Up to ten minutes: a server that says nothing is not waited for all night. */
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]?|[1-5][0-9]{2}|600");

  private static final Pattern MILLISECONDS =
      Pattern.compile("[1-9][0-9]{2,4}|[1-5][0-9]{5}|600000");
  private static final Pattern TRUTH = Pattern.compile("true|false");

  private static final Map<String, Pattern> OF_POSTGRESQL =
      Map.of(
          "sslmode", Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
          "connectTimeout", SECONDS,
          "socketTimeout", SECONDS);
  private static final Map<String, Pattern> OF_MYSQL =
      Map.of(
          "sslMode", Pattern.compile("disable|trust|verify-ca|verify-full"),
          "connectTimeout", MILLISECONDS,
          "socketTimeout", MILLISECONDS);
  private static final Map<String, Pattern> OF_SQLSERVER =
      Map.of(
          "encrypt", Pattern.compile("true|false|strict"),
          "trustServerCertificate", TRUTH,
          "hostNameInCertificate", Pattern.compile("[A-Za-z0-9*][A-Za-z0-9.*-]{0,252}"),
          "loginTimeout", SECONDS,
          "socketTimeout", MILLISECONDS);

  /** The kind that a url's second word names. */
  public static Optional<DatabaseKind> of(String scheme) {
    return switch (scheme) {
      case "postgresql" -> Optional.of(POSTGRESQL);
      case "mysql", "mariadb" -> Optional.of(MYSQL);
      case "sqlserver" -> Optional.of(SQLSERVER);
      case "sqlite" -> Optional.of(SQLITE);
      default -> Optional.empty();
    };
  }

  /** Where such a server listens if nothing else is said; 0 for a file. */
  public int port() {
    return switch (this) {
      case POSTGRESQL -> 5432;
      case MYSQL -> 3306;
      case SQLSERVER -> 1433;
      case SQLITE -> 0;
    };
  }

  /** How its connections are encrypted; a file has none. */
  public Optional<Encryption> encryption() {
    return switch (this) {
      case POSTGRESQL ->
          Optional.of(new Encryption("sslmode", "require", Set.of("disable", "allow", "prefer")));
      case MYSQL -> Optional.of(new Encryption("sslMode", "trust", Set.of("disable")));
      case SQLSERVER -> Optional.of(new Encryption("encrypt", "true", Set.of("false")));
      case SQLITE -> Optional.empty();
    };
  }

  /** What a url may say besides, by name; everything else is refused. */
  public Map<String, Pattern> properties() {
    return switch (this) {
      case POSTGRESQL -> OF_POSTGRESQL;
      case MYSQL -> OF_MYSQL;
      case SQLSERVER -> OF_SQLSERVER;
      case SQLITE -> Map.of();
    };
  }
}
