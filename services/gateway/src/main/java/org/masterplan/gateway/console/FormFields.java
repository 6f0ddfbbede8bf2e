package org.masterplan.gateway.console;

import org.springframework.util.MultiValueMap;

/** What a visitor has written into a form. */
final class FormFields {
  private FormFields() {}

  /** Without outer space; empty if the form has no such field. */
  static String text(MultiValueMap<String, String> form, String name) {
    var value = form.getFirst(name);
    return value == null ? "" : value.strip();
  }

  /** The id of the request that the form is for: sent twice it is done once. */
  static String request(MultiValueMap<String, String> form) {
    return text(form, "request");
  }
}
