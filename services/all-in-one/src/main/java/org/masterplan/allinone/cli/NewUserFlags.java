package org.masterplan.allinone.cli;

import java.util.Set;
import picocli.CommandLine.Option;

/** What a new user is, besides an id. */
final class NewUserFlags {
  @Option(names = "--name", defaultValue = "")
  private String name = "";

  @Option(names = "--role", required = true, split = ",")
  Set<String> roles = Set.of();

  @Option(names = "--unit", split = ",")
  Set<String> units = Set.of();

  String name(String id) {
    return name.isBlank() ? id : name.strip();
  }
}
