package org.masterplan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.v1.ListSourcesRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The record of processing: of each source what is held, for what, on which ground and who receives
 * it, for an authority: as a workbook, or as a document to read.
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

  /** So long the plan knows by which ids databases know the persons who were erased here. */
  private static final int GONE_DAYS = 90;

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
    if (mayRead(visitor)) {
      var rows = new ArrayList<List<String>>();
      rows.add(names(visitor));
      rows.addAll(rows(visitor));
      var sheet = new Sheet(word("processing.title", visitor), rows).bytes();
      send(response, "processing.xlsx", Sheet.MEDIA_TYPE, sheet);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @GetMapping("/privacyRequests/processing.pdf")
  void document(Visitor visitor, HttpServletResponse response) throws IOException {
    if (mayRead(visitor)) {
      send(response, "processing.pdf", Paper.MEDIA_TYPE, paper(visitor));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static boolean mayRead(Visitor visitor) {
    return visitor.person().is("privacy-officer") || visitor.person().is("auditor");
  }

  private static void send(HttpServletResponse response, String file, String type, byte[] bytes)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    response.getOutputStream().write(bytes);
  }

  /** Each source under its name, with what is said of it. */
  private byte[] paper(Visitor visitor) {
    var paper = new Paper(word("processing.title", visitor), visitor.locale());
    var names = names(visitor);
    for (var row : rows(visitor)) {
      paper.heading(row.getFirst());
      for (int i = 1; i < names.size(); i++) {
        paper.fact(names.get(i), row.get(i));
      }
    }
    return paper.bytes();
  }

  private List<String> names(Visitor visitor) {
    return COLUMNS.stream().map(column -> word("processing." + column, visitor)).toList();
  }

  private List<List<String>> rows(Visitor visitor) {
    var units = directory.units(visitor, new Asked());
    var rows = new ArrayList<List<String>>();
    sources(visitor).forEach(source -> rows.add(row(source, units, visitor)));
    rows.add(gone(visitor));
    return rows;
  }

  /** What is kept of the erased, so that the databases they came from can be told. */
  private List<String> gone(Visitor visitor) {
    return List.of(
        word("service." + SERVICE, visitor),
        word("processing.gone", visitor),
        "",
        "",
        "",
        word("processing.gone.purpose", visitor),
        "",
        "",
        Integer.toString(GONE_DAYS),
        word("processing.gone.categories", visitor),
        "",
        word("processing.gone.recipients", visitor));
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
    var labels = new Labels(words, visitor.locale());
    return List.of(
        source.getName(),
        source.getTitle(),
        units.getOrDefault(source.getBusinessUnit(), source.getBusinessUnit()),
        source.getOwner(),
        labels.of("source.state", source.getState().name()),
        labels.all("consent.purpose", source.getPurposesList()),
        labels.of("source.legalBasis", source.getLegalBasis()),
        collected(source),
        retention(source, visitor),
        labels.all(
            "dictionary", source.getMapping().getFieldsMap().keySet().stream().sorted().toList()),
        Long.toString(source.getRecords()),
        labels.all("service", RECIPIENTS));
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
