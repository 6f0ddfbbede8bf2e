package org.masterplan.gateway.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.masterplan.platform.text.UnnamedColumn;
import org.springframework.context.MessageSource;

/**
 * The words of codes, as a page's reader reads them. A code that has none, because somebody made it
 * up or a later release of a service did, is shown as it is.
 *
 * @param words of all pages
 * @param locale the page's language
 */
public record Labels(MessageSource words, Locale locale) {
  private static final String GENDER = "gender";

  /** The word of one code of that kind, for example of {@code channel}. */
  public String of(String kind, String code) {
    return String.valueOf(words.getMessage(kind + "." + code, null, code, locale));
  }

  /** The words of several codes of one kind. */
  public String all(String kind, List<String> codes) {
    return codes.stream().map(code -> of(kind, code)).collect(Collectors.joining(", "));
  }

  /** What a field of the dictionary says: only the gender says it in a code. */
  public String value(String field, String value) {
    return field.equals(GENDER) ? of(GENDER, value) : value;
  }

  /** A column of somebody's file, which may have no name. */
  public String column(String column) {
    return UnnamedColumn.said(column, locale);
  }

  /** Several columns. */
  public String columns(List<String> columns) {
    return columns.stream().map(this::column).collect(Collectors.joining(", "));
  }
}
