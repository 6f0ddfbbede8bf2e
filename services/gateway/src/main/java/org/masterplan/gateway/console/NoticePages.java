package org.masterplan.gateway.console;

import com.google.protobuf.util.Timestamps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.MarkNoticesReadRequest;
import org.masterplan.notice.v1.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the services have to tell the person before the screen: one inbox for all of them. */
@Controller
final class NoticePages {
  private static final int MOST = 100;
  private static final List<String> SERVICES =
      List.of(
          "community-registry",
          "message-governance",
          "abandonment-detection",
          "social-listening",
          "customer-profiles");
  private static final List<String> WITH_PAGE =
      List.of("communities/", "messages/", "profiles/", "rescueCases/");

  private final Services services;

  NoticePages(Services services) {
    this.services = services;
  }

  /**
   * One notice.
   *
   * @param service who tells it
   * @param path of the page of what it is about; empty if there is none
   */
  public record Told(Notice notice, String service, String path) {}

  @GetMapping("/notices")
  String show(
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    var told = told(visitor, all ? "" : "read = false", asked);
    model.addAttribute("told", told);
    model.addAttribute("unread", told.stream().filter(t -> !t.notice().getRead()).count());
    model.addAttribute("all", all);
    model.addAttribute("done", done);
    model.addAttribute("missing", asked.missing());
    return "notices";
  }

  /** How many are unread, for the bell of every page. */
  @GetMapping("/notices/unread")
  String unread(Visitor visitor, Model model) {
    model.addAttribute("unread", told(visitor, "read = false", new Asked()).size());
    return "notices :: unread";
  }

  @PostMapping("/notices/read")
  String read(@RequestParam(name = "name", required = false) List<String> names, Visitor visitor) {
    var byService = new TreeMap<String, MarkNoticesReadRequest.Builder>();
    for (var name : names == null ? List.<String>of() : names) {
      var parts = name.split("/", -1);
      if (parts.length == 4 && SERVICES.contains(parts[1])) {
        byService.computeIfAbsent(parts[1], NoticePages::marking).addNames(name);
      }
    }
    byService.forEach(
        (service, of) -> services.notices(visitor, service).markNoticesRead(of.build()));
    return "redirect:/notices?done=read";
  }

  private List<Told> told(Visitor visitor, String filter, Asked asked) {
    var told = new ArrayList<Told>();
    for (var service : SERVICES) {
      var request =
          ListNoticesRequest.newBuilder()
              .setParent("services/" + service)
              .setPageSize(MOST)
              .setFilter(filter)
              .build();
      asked
          .of(service, () -> services.notices(visitor, service).listNotices(request))
          .ifPresent(
              page ->
                  page.getNoticesList()
                      .forEach(n -> told.add(new Told(n, service, path(n.getAbout())))));
    }
    var newestFirst =
        Comparator.comparing((Told t) -> t.notice().getCreateTime(), Timestamps.comparator());
    return told.stream().sorted(newestFirst.reversed()).limit(MOST).toList();
  }

  private static MarkNoticesReadRequest.Builder marking(String service) {
    return MarkNoticesReadRequest.newBuilder().setParent("services/" + service);
  }

  private static String path(String about) {
    return WITH_PAGE.stream().anyMatch(about::startsWith) ? "/" + about : "";
  }
}
