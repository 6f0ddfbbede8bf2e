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
  /** As many of a service are read: the newest come first. */
  private static final int MOST = 1000;

  private static final int PAGE = 200;
  private static final List<String> SERVICES =
      List.of(
          "community-registry",
          "message-governance",
          "abandonment-detection",
          "social-listening",
          "customer-profiles");
  private static final List<String> WITH_PAGE =
      List.of("communities/", "messages/", "profiles/", "privacyRequests/", "rescueCases/");

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

  /**
   * What there is to tell, newest first.
   *
   * @param cut whether there is more than was read
   */
  private record Inbox(List<Told> told, boolean cut) {
    long unread() {
      return told.stream().filter(t -> !t.notice().getRead()).count();
    }
  }

  /** What one service tells. */
  private record Read(List<Notice> notices, boolean cut) {}

  @GetMapping("/notices")
  String show(
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String page,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    var inbox = inbox(visitor, all ? "" : "read = false", asked);
    var paged = Paged.of(inbox.told(), Paged.number(page));
    model.addAttribute("paged", paged);
    model.addAttribute("unread", inbox.unread());
    model.addAttribute("unreadHere", new Inbox(paged.rows(), false).unread());
    model.addAttribute("cut", inbox.cut());
    model.addAttribute("all", all);
    model.addAttribute("done", done);
    model.addAttribute("missing", asked.missing());
    return "notices";
  }

  /** How many are unread, for the bell of every page. */
  @GetMapping("/notices/unread")
  String unread(Visitor visitor, Model model) {
    var inbox = inbox(visitor, "read = false", new Asked());
    model.addAttribute("unread", inbox.unread());
    model.addAttribute("cut", inbox.cut());
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

  private Inbox inbox(Visitor visitor, String filter, Asked asked) {
    var told = new ArrayList<Told>();
    var cut = false;
    for (var service : SERVICES) {
      var read = asked.of(service, () -> read(service, filter, visitor));
      if (read.isPresent()) {
        read.get().notices().forEach(n -> told.add(new Told(n, service, path(n.getAbout()))));
        cut |= read.get().cut();
      }
    }
    var newestFirst =
        Comparator.comparing((Told t) -> t.notice().getCreateTime(), Timestamps.comparator());
    return new Inbox(told.stream().sorted(newestFirst.reversed()).toList(), cut);
  }

  private Read read(String service, String filter, Visitor visitor) {
    var notices = new ArrayList<Notice>();
    var request =
        ListNoticesRequest.newBuilder()
            .setParent("services/" + service)
            .setPageSize(PAGE)
            .setFilter(filter);
    do {
      var page = services.notices(visitor, service).listNotices(request.build());
      notices.addAll(page.getNoticesList());
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty() && notices.size() < MOST);
    return new Read(notices, !request.getPageToken().isEmpty());
  }

  private static MarkNoticesReadRequest.Builder marking(String service) {
    return MarkNoticesReadRequest.newBuilder().setParent("services/" + service);
  }

  private static String path(String about) {
    return WITH_PAGE.stream().anyMatch(about::startsWith) ? "/" + about : "";
  }
}
