package org.masterplan.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 120 employees: names and accounts are drawn, comings and goings are the same in all plans.
 */
final class Staff {
  private static final String DEPARTED = "departed";

  private final Map<String, Integer> departed = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  Staff(World world) {
    NameTables names = new NameTables();
    for (String line : Resources.lines("employees.jsonl")) {
      String id = Json.text(line, "id");
      String gone = Json.text(line, DEPARTED);
      if (!gone.isEmpty()) {
        departed.put(id, -Integer.parseInt(gone.substring(1)));
      }
      Draw draw = Draw.of(world.seed(), "employee", Integer.parseInt(id.substring(2)), 0);
      String given = names.given(draw);
      boolean female = names.female(given, draw);
      Name name = new Name(names.surname(draw), names.middle(draw, female), given);
      String mail = People.ascii(given) + "." + id.replace("-", "") + "@vidu.example";
      Object handles = List.of(handle(id));
      String added = Json.of(Json.object("name", name.full(), "email", mail, "handles", handles));
      String dated = Output.dated(line, world.now());
      lines.add(dated.substring(0, dated.length() - 1) + "," + added.substring(1));
    }
  }

  /** The private account of an employee. */
  static String handle(String employee) {
    return "nv." + employee.replace("-", "");
  }

  /** Days since the employee left; -1 who is still there. */
  int gone(String employee) {
    return departed.getOrDefault(employee, -1);
  }

  void write(Output output) throws IOException {
    output.lines("plan/employees.jsonl", lines);
  }
}
