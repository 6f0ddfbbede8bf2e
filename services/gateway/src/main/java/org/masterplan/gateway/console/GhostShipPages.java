package org.masterplan.gateway.console;

import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.abandonment.v1.ListGhostShipsRequest;
import org.masterplan.abandonment.v1.ListRescueCasesRequest;
import org.masterplan.abandonment.v1.RescueCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Communities that nobody steers: since when, why, who is aboard, and what is done about it. */
@Controller
final class GhostShipPages {
  private static final int PAGE = 25;
  private static final int CASES = 200;
  private static final String DETECTION = "abandonment-detection";
  private final Services services;
  private final Directory directory;

  GhostShipPages(Services services, Directory directory) {
    this.services = services;
    this.directory = directory;
  }

  @GetMapping("/ghost-ships")
  String show(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String token,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    var wanted = state(state);
    var request =
        ListGhostShipsRequest.newBuilder()
            .setPageSize(PAGE)
            .setPageToken(token)
            .setFilter(wanted.isEmpty() ? "" : "state = \"" + wanted + "\"")
            .build();
    var page = services.health(visitor).listGhostShips(request);
    model.addAttribute("ships", page.getGhostShipsList());
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute("first", token.isEmpty());
    model.addAttribute("state", wanted);
    model.addAttribute("cases", cases(visitor, asked));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("employees", directory.employees(visitor, asked));
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "ghost-ships";
  }

  /** Cases that are not closed, by name. */
  private Map<String, RescueCase> cases(Visitor visitor, Asked asked) {
    var request =
        ListRescueCasesRequest.newBuilder()
            .setPageSize(CASES)
            .setFilter("state != \"CLOSED\"")
            .build();
    return asked
        .of(DETECTION, () -> services.rescueCases(visitor).listRescueCases(request))
        .map(page -> page.getRescueCasesList())
        .orElse(java.util.List.of())
        .stream()
        .collect(Collectors.toMap(RescueCase::getName, c -> c, (a, b) -> a));
  }

  private static String state(String word) {
    return word.equals(Health.State.GHOST_SHIP.name()) || word.equals(Health.State.ORPHANED.name())
        ? word
        : "";
  }
}
