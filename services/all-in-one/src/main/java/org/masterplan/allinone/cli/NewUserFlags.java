package org.masterplan.allinone.cli;

import java.util.Set;
import picocli.CommandLine.Option;

/** What a new user is, besides an id. */
final class NewUserFlags {
  @Option(names = "--name", defaultValue = "", description = "how pages greet them")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      split = ",",
      description = "cmo, business-unit, data-team, privacy-officer, auditor, administrator")
  Set<String> roles = Set.of();

  @Option(names = "--unit", split = ",", description = "business units they act for")
  Set<String> units = Set.of();

  String name(String id) {
    return name.isBlank() ? id : name.strip();
  }
}
