package org.masterplan.gateway.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was submitted and waits for the CMO office, oldest first, to be decided in place. */
@Controller
final class DecisionPages {
  private final WaitingRequests waiting;
  private final Directory directory;

  DecisionPages(WaitingRequests waiting, Directory directory) {
    this.waiting = waiting;
    this.directory = directory;
  }

  @GetMapping("/decisions")
  String show(
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String page,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    var found = waiting.list(WaitingRequests.Kind.of(""), visitor, asked);
    model.addAttribute("waiting", found);
    model.addAttribute("paged", Paged.of(found.requests(), Paged.number(page)));
    model.addAttribute("office", visitor.person().is("cmo"));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("done", done);
    model.addAttribute("missing", asked.missing());
    return "decisions";
  }
}
