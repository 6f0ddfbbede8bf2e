package org.masterplan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.masterplan.profiles.v1.ListSourcesRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The record of processing: of each source what is held, for what, on which ground and who receives
 * it, as a workbook for an authority.
 */
@Controller
final class ProcessingPages {
  private static final String SERVICE = "customer-profiles";
  private static final int PAGE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> COLUMNS =
      List.of(
          "source",
          "title.column",
          "unit",
          "owner",
          "state",
          "purposes",
          "basis",
          "collected",
          "retention",
          "categories",
          "records",
          "recipients");

  /** Every other service holds something under a profile's name. */
  private static final List<String> RECIPIENTS =
      List.of(
          "community-registry", "message-governance", "social-listening", "abandonment-detection");

  private final Services services;
  private final Directory directory;
  private final MessageSource words;

  ProcessingPages(Services services, Directory directory, MessageSource words) {
    this.services = services;
    this.directory = directory;
    this.words = words;
  }

  @GetMapping("/privacyRequests/processing.xlsx")
  void workbook(Visitor visitor, HttpServletResponse response) throws IOException {
    if (!visitor.person().is("privacy-officer") && !visitor.person().is("auditor")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var units = directory.units(visitor, new Asked());
    var rows = new ArrayList<List<String>>();
    rows.add(COLUMNS.stream().map(column -> word("processing." + column, visitor)).toList());
    sources(visitor).forEach(source -> rows.add(row(source, units, visitor)));
    var sheet = new Sheet(word("processing.title", visitor), rows).bytes();
    response.setContentType(Sheet.MEDIA_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"processing.xlsx\"");
    response.getOutputStream().write(sheet);
  }

  private List<Source> sources(Visitor visitor) {
    var stub =
        SourceServiceGrpc.newBlockingStub(services.channel(visitor, SERVICE))
            .withDeadlineAfter(PATIENCE);
    var sources = new ArrayList<Source>();
    var request = ListSourcesRequest.newBuilder().setPageSize(PAGE);
    do {
      var page = stub.listSources(request.build());
      sources.addAll(page.getSourcesList());
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());
    return sources;
  }

  private List<String> row(Source source, Map<String, String> units, Visitor visitor) {
    return List.of(
        source.getName(),
        source.getTitle(),
        units.getOrDefault(source.getBusinessUnit(), source.getBusinessUnit()),
        source.getOwner(),
        source.getState().name(),
        String.join(", ", source.getPurposesList()),
        source.getLegalBasis(),
        collected(source),
        retention(source, visitor),
        String.join(", ", new TreeSet<>(source.getMapping().getFieldsMap().keySet())),
        Long.toString(source.getRecords()),
        String.join(", ", RECIPIENTS.stream().map(s -> word("service." + s, visitor)).toList()));
  }

  private static String collected(Source source) {
    return source.getCollectedFrom().isEmpty() && source.getCollectedUntil().isEmpty()
        ? ""
        : source.getCollectedFrom() + " – " + source.getCollectedUntil();
  }

  /** Nothing said is a gap in the list, and is said as one. */
  private String retention(Source source, Visitor visitor) {
    return source.getRetentionDays() == 0
        ? word("processing.retention.none", visitor)
        : Integer.toString(source.getRetentionDays());
  }

  private String word(String key, Visitor visitor) {
    return words.getMessage(key, null, visitor.locale());
  }
}
