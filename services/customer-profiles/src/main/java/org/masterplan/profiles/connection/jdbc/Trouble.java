package org.masterplan.profiles.connection.jdbc;

import java.sql.SQLException;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.connection.domain.Definition;

/**
 * What can go wrong with somebody else's database. An exception of a driver quotes rows, statements
 * and passwords, so that nothing of it but its class is ever told.
 */
enum Trouble {
  UNREACHABLE,
  SIGN_IN,
  DENIED,
  NO_DATABASE,
  NO_DATABASE_FILE,
  BROKEN_OFF,
  ROW_SIZE,
  OTHER;

  /** By the standard's classes of states, as most drivers keep to them. */
  static Trouble of(String state) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "53", "57", "58", "HY" -> BROKEN_OFF;
      case "28" -> SIGN_IN;
      case "3D" -> NO_DATABASE;
      default -> state.equals("42501") ? DENIED : OTHER;
    };
  }

  /** The standard's class of an exception; empty where the driver names none. */
  static String state(SQLException e) {
    var state = e.getSQLState();
    return state == null ? "" : state;
  }

  /** What whoever asked is told; a connection that never was cannot break off. */
  static Refusal refusal(Trouble met, Definition definition, SQLException e, boolean connected) {
    // A server that wants a password is hung up on by the driver where there is none.
    boolean unsigned = state(e).equals("08004") && definition.secret().isEmpty();
    return (unsigned ? SIGN_IN : met).told(definition, e, connected);
  }

  /** A row that cannot be taken in. */
  static Refusal tooLong(String table, int max) {
    return InvalidFields.of(
        "connection.table",
        "DATABASE_ROW_SIZE",
        Map.of("value", table, "max", Integer.toString(max)));
  }

  private Refusal told(Definition definition, SQLException e, boolean connected) {
    var place = definition.parsedUrl().place();
    return switch (this) {
      case UNREACHABLE -> unreachable(place);
      case BROKEN_OFF ->
          connected
              ? new Unavailable("DATABASE_BROKEN_OFF", Map.of("value", place))
              : unreachable(place);
      case SIGN_IN ->
          new WrongState("DATABASE_SIGN_IN", Map.of("value", place, "user", definition.user()));
      case DENIED ->
          new WrongState(
              "DATABASE_DENIED", Map.of("value", definition.table(), "user", definition.user()));
      case NO_DATABASE ->
          InvalidFields.of(
              "connection.url",
              "DATABASE_UNKNOWN",
              Map.of("value", definition.parsedUrl().database()));
      case NO_DATABASE_FILE -> new WrongState("DATABASE_FILE_BROKEN", Map.of("value", place));
      case ROW_SIZE, OTHER ->
          new Unavailable(
              "DATABASE_FAULT", Map.of("value", place, "state", state(e) + "/" + e.getErrorCode()));
    };
  }

  private static Unavailable unreachable(String place) {
    return new Unavailable("DATABASE_UNREACHABLE", Map.of("value", place));
  }
}
