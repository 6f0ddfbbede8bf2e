package org.masterplan.gateway.console;

import java.util.EnumMap;
import java.util.Map;
import org.masterplan.profiles.v1.ListReplacementsRequest;
import org.masterplan.profiles.v1.ListReplacementsResponse;
import org.masterplan.profiles.v1.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: how many old databases are replaced, and what keeps each of the others. */
@Controller
final class ReplacementPages {
  private static final int PAGE = 25;

  private final Services services;
  private final Directory directory;

  ReplacementPages(Services services, Directory directory) {
    this.services = services;
    this.directory = directory;
  }

  @GetMapping("/replacement")
  String show(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String token,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    var wanted = SourceQuery.of(q, state);
    var board =
        services
            .replacements(visitor)
            .listReplacements(
                ListReplacementsRequest.newBuilder()
                    .setPageSize(PAGE)
                    .setPageToken(token)
                    .setFilter(wanted.filter())
                    .setOrderBy("title")
                    .build());
    model.addAttribute("board", board);
    model.addAttribute("counts", counts(board));
    model.addAttribute("next", board.getNextPageToken());
    model.addAttribute("first", token.isEmpty());
    model.addAttribute("query", wanted);
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "replacement";
  }

  /** Every state of the way, those that none is in with none. */
  private static Map<Source.State, Long> counts(ListReplacementsResponse board) {
    var counts = new EnumMap<Source.State, Long>(Source.State.class);
    board.getCountsList().forEach(count -> counts.put(count.getState(), count.getSources()));
    var all = new java.util.LinkedHashMap<Source.State, Long>();
    SourceQuery.WAY.forEach(each -> all.put(each, counts.getOrDefault(each, 0L)));
    return all;
  }
}
