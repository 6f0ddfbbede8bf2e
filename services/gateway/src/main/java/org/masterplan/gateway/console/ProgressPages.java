package org.masterplan.gateway.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How far the load is, for a page that asks again and again. */
@Controller
final class ProgressPages {

  @GetMapping("/progress")
  String show() {
    return "progress :: bar";
  }
}
