package org.masterplan.kernel;

import java.util.Map;
import java.util.regex.Pattern;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * A resource's full name (AIP-122), for example {@code communities/me-bim}.
 *
 * @param collection everything before the last slash, for example {@code communities} or {@code
 *     communities/me-bim/members}
 * @param id the last segment
 */
public record ResourceName(String collection, String id) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");
  private static final Pattern CHOSEN_ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  public ResourceName {
    if (!ID.matcher(id).matches()) {
      throw malformed("name", collection + "/" + id, collection + "/{id}");
    }
  }

  /**
   * Parses {@code text}, which must be {@code collection/{id}}; {@code field} names it in errors.
   */
  public static ResourceName parse(String field, String collection, String text) {
    var prefix = collection + "/";
    if (!isOf(collection, text)) {
      throw malformed(field, text, prefix + "{id}");
    }
    return new ResourceName(collection, text.substring(prefix.length()));
  }

  /** Whether {@code text} can be the name of one of that collection. */
  public static boolean isOf(String collection, String text) {
    var prefix = collection + "/";
    return text.startsWith(prefix) && ID.matcher(text.substring(prefix.length())).matches();
  }

  /**
   * The name of what {@code text} is a part of, which must be {@code collection/{id}/part}: each
   * has one of it.
   */
  public static ResourceName ofPart(String field, String collection, String part, String text) {
    var prefix = collection + "/";
    var suffix = "/" + part;
    int end = text.length() - suffix.length();
    if (!text.startsWith(prefix)
        || !text.endsWith(suffix)
        || end < prefix.length()
        || !ID.matcher(text.substring(prefix.length(), end)).matches()) {
      throw malformed(field, text, prefix + "{id}" + suffix);
    }
    return new ResourceName(collection, text.substring(prefix.length(), end));
  }

  /** The name for an id that a person chose: 3-63 of {@code [a-z0-9-]}, no hyphen at either end. */
  public static ResourceName chosen(String field, String collection, String id) {
    if (!CHOSEN_ID.matcher(id).matches()) {
      throw InvalidFields.of(field, "ID_FORMAT", Map.of("field", field, "value", id));
    }
    return new ResourceName(collection, id);
  }

  @Override
  public String toString() {
    return collection + "/" + id;
  }

  private static InvalidFields malformed(String field, String value, String expected) {
    return InvalidFields.of(
        field, "NAME_FORMAT", Map.of("field", field, "value", value, "expected", expected));
  }
}
