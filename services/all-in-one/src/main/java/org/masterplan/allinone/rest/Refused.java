package org.masterplan.allinone.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The plan answered, and said no. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  /** What addresses name; everything else that is wrong with an upload is wrong in its file. */
  private static final Set<String> OF_THE_ADDRESS = Set.of("name", "parent");

  private static final int INVALID = 400;
  private static final int TOO_LONG = 413;

  private final int status;
  private final List<String> fields;

  private Refused(int status, String message, List<String> fields) {
    super(message);
    this.status = status;
    this.fields = List.copyOf(fields);
  }

  /**
   * What the answer says.
   *
   * @param error as contracts.md has it, or empty
   */
  static Refused of(int status, JsonObject error) {
    var said = new StringBuilder(text(error, "message"));
    var fields = new ArrayList<String>();
    if (error.get("details") instanceof JsonArray details) {
      details.forEach(detail -> violations(detail, said, fields));
    }
    return new Refused(status, said.isEmpty() ? "HTTP " + status : said.toString(), fields);
  }

  /** A single violation is the whole message already, and is not said again. */
  private static void violations(JsonElement detail, StringBuilder said, List<String> fields) {
    if (detail instanceof JsonObject object
        && object.get("fieldViolations") instanceof JsonArray violations) {
      for (var violation : violations) {
        var field = text(violation, "field");
        var description = text(violation, "description");
        fields.add(field);
        if (said.indexOf(description) < 0) {
          said.append("; ").append(field).append(": ").append(description);
        }
      }
    }
  }

  private static String text(JsonElement of, String name) {
    return of instanceof JsonObject object && object.has(name)
        ? object.get(name).getAsString()
        : "";
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether, of an upload, the file could not be read as what it should be. */
  public boolean isOfTheFile() {
    boolean named = !fields.isEmpty() && fields.stream().noneMatch(OF_THE_ADDRESS::contains);
    return status == TOO_LONG || status == INVALID && named;
  }

  /** Whether something is wrong with that field. */
  public boolean names(String field) {
    return fields.contains(field);
  }

  /** Whether what was to be made is there already. */
  public boolean isKnownAlready() {
    return status == 409;
  }

  /** Whether a later try may be answered otherwise. */
  boolean mayPass() {
    return status == 503 || status == 429;
  }
}
